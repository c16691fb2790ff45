// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/start.h"

#include "base/words.h"
#include "session/engine.h"
#include "session/keyring.h"
#include "session/resources.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/windowpresenter.h"

#include <QApplication>
#include <QCoroSignal>
#include <QInputDialog>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <algorithm>
#include <cstdio>

namespace wardroom::app {
using namespace Qt::StringLiterals;

Start::Start(ui::Theme &theme, QString profileFolder, QString workspace, QString crowdSecUnpacked)
    : m_theme(theme)
    , m_profileFolder(std::move(profileFolder))
    , m_workspace(std::move(workspace))
    , m_crowdSec(std::move(crowdSecUnpacked))
{}

int Start::run(QApplication &application)
{
    Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(m_profileFolder);
    if (!profile && profile.error().kind == ErrorKind::conflict) {
        QCoro::connect(raiseOther(profile.error().message), this, [](int code) { QCoreApplication::exit(code); });
        return application.exec();
    }
    if (!profile) {
        std::fprintf(stderr, "%s\n", qPrintable(profile.error().message));
        QMessageBox::warning(nullptr, tr("Wardroom"), profile.error().message);
        return 1;
    }
    m_profile = std::move(*profile);
    applySettings();
    openWindow();
    return application.exec();
}

QCoro::Task<Result<QByteArray>> Start::askPassphrase(bool isNew)
{
    const QPointer<Start> self(this);
    auto *dialog = new QInputDialog(&m_desktop->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Wardroom"));
    dialog->setTextEchoMode(QLineEdit::Password);
    dialog->setLabelText(
        isNew ? tr("This machine has no keychain. Choose a passphrase: your keys are kept in a file that it encrypts.")
              : tr("Passphrase for your keys:"));
    dialog->open();
    const auto finished = co_await qCoro(dialog, &QDialog::finished);
    Q_UNUSED(finished)
    if (!self || dialog->textValue().isEmpty())
        co_return fail(ErrorKind::cancelled, tr("Without a passphrase there is nowhere to keep your keys."));
    co_return dialog->textValue().toUtf8();
}

QCoro::Task<Result<domain::Secrets *>> Start::unlock()
{
    const QPointer<Start> self(this);
    session::PassphraseAsker ask = [this](bool isNew) { return askPassphrase(isNew); };
    Result<std::unique_ptr<domain::Secrets>> secrets = co_await session::openSecrets(*m_profile, ask);
    if (!self || !secrets)
        co_return self ? tl::unexpected(secrets.error()) : fail(ErrorKind::cancelled, {});
    m_secrets = std::move(*secrets);
    co_return m_secrets.get();
}

void Start::openWindow()
{
    DesktopParts parts;
    parts.profile = m_profile.get();
    parts.unlock = [this] { return unlock(); };
    parts.clock = &m_clock;
    parts.resources = session::resourceFolder();
    parts.crowdSecUnpacked = m_crowdSec;
    parts.language = m_language;
    m_desktop = std::make_unique<Desktop>(parts, m_theme);
    offerTones();
    showSettings();
    connect(m_desktop->window().settings(), &ui::SettingsPage::changed, this, &Start::keepSettings);
    connect(m_desktop.get(), &Desktop::opened, this, [this] {
        m_server.setWorkspace(m_desktop->workspace());
        m_workspace = m_desktop->workspace()->name();
        showSettings(); // its fingerprint: what a colleague asks for
    });
    m_server.setSignIn([this](session::MatrixCredentials who) {
        return m_desktop->signInAgain(m_desktop->workspace()->engine().entry(), who);
    });
    connect(&m_server, &control::ControlServer::raiseAsked, this, [this] {
        ui::MainWindow &window = m_desktop->window();
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized); // a maximised one stays so
        window.show();
        window.raise();
        window.activateWindow();
    });
    connect(m_desktop.get(), &Desktop::settled, this, [this] { m_server.setOpening(false); });
    // Before the keys are unlocked, which takes a while: whoever asks meanwhile waits for the answer.
    m_server.setOpening(m_profile->workspace(m_workspace).has_value());
    m_desktop->show(m_workspace);
    if (const Result<void> listening = m_server.listen(m_profile->folder()); !listening)
        m_desktop->window().showTrouble(listening.error().message);
}

//! Another Wardroom has this profile: its window comes up, and this program ends.
QCoro::Task<int> Start::raiseOther(QString whyNot)
{
    control::ControlClient client(m_profileFolder.isEmpty() ? session::Profile::defaultFolder() : m_profileFolder);
    const QStringList raise{u"raise"_s};
    const Result<control::Answer> answer = co_await client.ask(raise, {});
    if (!answer)
        std::fprintf(stderr, "%s\n", qPrintable(whyNot));
    co_return answer ? 0 : 1;
}

void Start::applySettings()
{
    const QByteArray look = m_profile->setting(u"theme"_s);
    m_theme.setMode(look == "dark"    ? ui::ThemeMode::dark
                    : look == "light" ? ui::ThemeMode::light
                                      : ui::ThemeMode::system);
    m_theme.setTextSize(m_profile->setting(u"textSize"_s).toInt());
    speak(QString::fromUtf8(m_profile->setting(u"language"_s)));
}

//! \a language: "en", "zh"; empty: the system's.
void Start::speak(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    m_language = languageOf(locale);
    if (m_qtWords.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
    if (loadWords(m_words, m_language))
        QCoreApplication::installTranslator(&m_words);
}

void Start::offerTones()
{
    const Result<QList<session::TonePack>> packs = session::loadTones(session::resourceFolder() + u"/tones"_s);
    QList<std::pair<QString, QString>> tones;
    for (const session::TonePack &pack : packs ? *packs : QList<session::TonePack>())
        tones.append({pack.id, pack.names.value(m_language, pack.names.value(u"en"_s))});
    std::stable_partition(tones.begin(), tones.end(), [](const auto &tone) { return tone.first == u"plain"; });
    m_desktop->window().settings()->setTones(tones);
}

void Start::showSettings()
{
    ui::SettingsValues values;
    const QByteArray look = m_profile->setting(u"theme"_s);
    values.theme = look == "dark"    ? ui::ThemeMode::dark
                   : look == "light" ? ui::ThemeMode::light
                                     : ui::ThemeMode::system;
    values.textSize = m_profile->setting(u"textSize"_s).toInt();
    values.language = QString::fromUtf8(m_profile->setting(u"language"_s));
    values.notifications = m_profile->setting(u"notifications"_s) != "off";
    values.manners = session::mannersFrom(m_profile->setting(u"manners"_s));
    values.personName = m_profile->personName();
    if (const auto entry = m_profile->workspace(m_workspace)) {
        values.workspace = entry->name;
        values.fingerprint = entry->trust;
    }
    m_desktop->window().settings()->setValues(values);
    m_desktop->presenter().setNotifying(values.notifications);
    m_desktop->presenter().setManners(values.manners);
}

void Start::keepSettings()
{
    const ui::SettingsValues values = m_desktop->window().settings()->values();
    const QByteArray look = values.theme == ui::ThemeMode::dark    ? "dark"
                            : values.theme == ui::ThemeMode::light ? "light"
                                                                   : "system";
    for (const auto &[key, value] :
         {std::pair(u"theme"_s, look), std::pair(u"textSize"_s, QByteArray::number(values.textSize)),
          std::pair(u"language"_s, values.language.toUtf8()),
          std::pair(u"manners"_s, session::toSetting(values.manners)),
          std::pair(u"notifications"_s, QByteArray(values.notifications ? "on" : "off"))}) {
        if (const Result<void> kept = m_profile->setSetting(key, value); !kept)
            m_desktop->window().showTrouble(kept.error().message);
    }
    m_desktop->presenter().setNotifying(values.notifications);
    m_desktop->presenter().setManners(values.manners);
    if (values.personName.isEmpty() || values.personName == m_profile->personName())
        return;
    if (const Result<void> named = m_profile->setPersonName(values.personName); !named)
        m_desktop->window().showTrouble(named.error().message);
}

} // namespace wardroom::app
