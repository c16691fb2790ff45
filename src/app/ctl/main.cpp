// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "localcalls.h"
#include "terminal.h"

#include <QGuiApplication>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace wardroom;

namespace {

using Carry = QCoro::Task<control::Answer> (*)(control::Call);

const QMap<QString, Carry> &table()
{
    static const QMap<QString, Carry> all{
        {u"doctor"_s, &ctl::doctor},
        {u"workspace add"_s, &ctl::addWorkspace},
        {u"workspace join"_s, &ctl::joinWorkspace},
        {u"workspace login"_s, &ctl::loginWorkspace},
        {u"workspace list"_s, &ctl::listWorkspaces},
        {u"understand"_s, &ctl::understand},
        {u"replay"_s, &ctl::replay},
        {u"verify"_s, &ctl::verify},
        {u"draw-report"_s, &ctl::drawReport},
        {u"plugin new"_s, &ctl::newPlugin},
        {u"plugin check"_s, &ctl::checkPlugin},
        {u"plugin test"_s, &ctl::testPlugin},
        {u"plugin vet"_s, &ctl::vetPlugin},
        {u"plugin list"_s, &ctl::listPlugins},
        {u"plugin run"_s, &ctl::runPlugin},
        {u"playbook check"_s, &ctl::checkPlaybook},
        {u"secret add"_s, &ctl::addSecret},
        {u"secret remove"_s, &ctl::removeSecret},
        {u"tool add"_s, &ctl::addTool},
        {u"tool list"_s, &ctl::listTools},
    };
    return all;
}

QCoro::Task<control::Answer> carryOut(control::Call call, QStringList arguments)
{
    const Carry carry = table().value(call.path);
    if (call.needsWorkspace || !carry)
        co_return co_await ctl::inWorkspace(call, arguments);
    co_return co_await carry(call);
}

//! Only the PDF of a report needs fonts, and no window is ever shown.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    for (int i = 1; i < argc; ++i)
        if (qstrcmp(argv[i], "export") == 0 || qstrcmp(argv[i], "draw-report") == 0) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            return std::make_unique<QGuiApplication>(argc, argv);
        }
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"wardroom"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WARDROOM_VERSION));
    speakAsTheSystem(*application);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments == QStringList{u"--version"_s}) {
        ctl::print({}, u"wardroomctl %1\n"_s.arg(QCoreApplication::applicationVersion()), false);
        return control::yes;
    }
    const Result<control::Call> call = control::parseCall(arguments);
    const bool wantsHelp = arguments.contains(u"--help"_s);
    if (wantsHelp || !call) {
        if (!wantsHelp)
            ctl::note(call.error().message);
        ctl::print({}, wantsHelp ? control::usageText(arguments) : QString(), false);
        if (arguments.isEmpty())
            ctl::note(control::usageText());
        return wantsHelp ? control::yes : control::wrong;
    }
    const bool asJson = call->json;
    QTimer::singleShot(0, application.get(), [&application, call, arguments, asJson] {
        control::Call begun = *call;
        begun.line = [asJson](const QJsonValue &json, const QString &text) { ctl::print(json, text, asJson); };
        QCoro::connect(carryOut(begun, arguments), application.get(), [asJson](const control::Answer &answer) {
            ctl::print(answer, asJson);
            QCoreApplication::exit(answer.exitCode);
        });
    });
    return QCoreApplication::exec();
}
