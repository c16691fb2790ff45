// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentences.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::domain;
using namespace Qt::StringLiterals;

namespace {

//! Something sensible for each argument, as it would be said.
QString saidFor(const QString &command, const Argument &argument)
{
    static const QMap<QString, QString> ofCommand{{u"log.search text"_s, u"segfault"_s},
                                                  {u"bot.help question"_s, u"block an address"_s},
                                                  {u"bot.learn topic"_s, u"logs"_s},
                                                  {u"alert.resolve as"_s, u"benign"_s},
                                                  {u"playbook.start name"_s, u"phishing"_s},
                                                  {u"playbook.stop name"_s, u"phishing"_s},
                                                  {u"playbook.rehearse name"_s, u"phishing"_s},
                                                  {u"incident.status status"_s, u"contained"_s},
                                                  {u"task.done task"_s, u"3"_s}};
    static const QMap<QString, QString> byName{{u"user"_s, u"deploy"_s},
                                               {u"process"_s, u"xmrig"_s},
                                               {u"named"_s, u"sshd"_s},
                                               {u"version"_s, u"3.0.11-1"_s},
                                               {u"path"_s, u"/tmp/x.sh"_s},
                                               {u"alert"_s, u"a1b2c3"_s},
                                               {u"indicator"_s, u"evil.example.com"_s},
                                               {u"reason"_s, u"it guesses passwords"_s},
                                               {u"title"_s, u"check the mail gateway"_s}};
    static const QMap<ArgumentType, QString> byType{{ArgumentType::host, u"web-01"_s},
                                                    {ArgumentType::person, u"@Mei"_s},
                                                    {ArgumentType::package, u"openssl"_s},
                                                    {ArgumentType::cve, u"CVE-2024-3094"_s},
                                                    {ArgumentType::address, u"203.0.113.7"_s},
                                                    {ArgumentType::duration, u"2h"_s},
                                                    {ArgumentType::time, u"yesterday"_s},
                                                    {ArgumentType::severity, u"2"_s},
                                                    {ArgumentType::number, u"3"_s},
                                                    {ArgumentType::hash, u"d41d8cd98f00b204e9800998ecf8427e"_s}};
    const QString own = ofCommand.value(command + u' ' + argument.name);
    const QString named = own.isEmpty() ? byName.value(argument.name) : own;
    return !named.isEmpty() ? named : byType.value(argument.type, u"the mail gateway is slow"_s);
}

QString filled(QString phrase, const Command &command, QJsonObject &said)
{
    for (const Argument &argument : command.arguments) {
        const QString place = u'{' + argument.name + u'}';
        if (!phrase.contains(place))
            continue;
        said.insert(argument.name, saidFor(command.id, argument));
        phrase.replace(place, saidFor(command.id, argument));
    }
    return phrase;
}

} // namespace

//! Every phrase that is shipped, said as it stands in its manifest, is that command with those values.
class TstLanguagePhrases final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyShippedPhraseIsItsOwnCommand_data();
    void everyShippedPhraseIsItsOwnCommand();

private:
    Catalogue m_catalogue;
    Vocabulary m_vocabulary = test::languageVocabulary();
};

void TstLanguagePhrases::initTestCase()
{
    m_catalogue = Catalogue::load({QStringLiteral(WARDROOM_SOURCE_DIR "/resources/plugins")});
    QVERIFY(m_catalogue.commandIds().size() > 40);
}

void TstLanguagePhrases::everyShippedPhraseIsItsOwnCommand_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QJsonObject>("said");
    const QStringList ids = m_catalogue.commandIds();
    int phrases = 0;
    for (const QString &id : ids) {
        const Command &command = *m_catalogue.command(id);
        for (const QStringList &each : command.phrases)
            for (const QString &phrase : each) {
                QJsonObject said;
                const QString line = filled(phrase, command, said);
                QTest::newRow(qPrintable(id + u": "_s + phrase)) << id << line << said;
                ++phrases;
            }
    }
    QVERIFY(phrases >= 700);
}

void TstLanguagePhrases::everyShippedPhraseIsItsOwnCommand()
{
    QFETCH(QString, id);
    QFETCH(QString, line);
    QFETCH(QJsonObject, said);
    const Command &command = *m_catalogue.command(id);
    // "that was me" answers an alert, and is talk elsewhere.
    QList<Shown> after;
    if (id.startsWith(u"alert."_s))
        after.append({u"alert.show"_s, {{u"address"_s, u"203.0.113.7"_s}}});
    const Understanding meant = understand(line, m_catalogue, m_vocabulary, after);
    QCOMPARE(meant.command, id);
    const auto typed = typedArguments(command, said, m_vocabulary);
    if (!typed) { // the phrase leaves something open, and that is asked
        QVERIFY(meant.intent == IntentKind::clarify && !meant.question.isEmpty());
        return;
    }
    QVERIFY(meant.intent == IntentKind::command || meant.intent == IntentKind::help);
    if (id == "bot.help"_L1)
        return; // what is asked is looked for in the whole line
    for (auto it = said.begin(); it != said.end(); ++it)
        QCOMPARE(meant.args.value(it.key()), typed->value(it.key()));
}

WARDROOM_TEST(TstLanguagePhrases)
#include "tst_languagephrases.moc"
