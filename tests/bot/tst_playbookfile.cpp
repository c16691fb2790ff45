// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/playbook/playbookreader.h"
#include "bot/playbook/playbooktrigger.h"
#include "botsamples.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kHead = "name: watch\nversion: 1.0.0\nauthor: Us\nsummary: Watch\n";
const QByteArray kInput = "inputs:\n  - {name: host, type: host, from: alert.target}\n";
const QByteArray kStep = "  - {id: status, title: Status, command: host.status, args: {host: {from: input.host}}}\n";

//! The mistakes of \a text, a line each: "4: what was expected".
QStringList mistakes(const QByteArray &text)
{
    QStringList lines;
    const auto read = readPlaybook(text, u"watch.yaml"_s);
    for (const ManifestProblem &problem : read ? QList<ManifestProblem>() : read.error())
        lines << u"%1:%2: %3"_s.arg(problem.file).arg(problem.line).arg(problem.message);
    return lines;
}

domain::AlertRaised alert(const QString &source, const QString &target)
{
    domain::AlertRaised raised;
    raised.source = source;
    raised.target = target;
    raised.scenario = u"ssh-bf"_s;
    raised.severity = domain::AlertSeverity::medium;
    return raised;
}

} // namespace

class TstPlaybookFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedPlaybooksAreWholeInBothLanguages()
    {
        const QDir folder(QStringLiteral(WARDROOM_SOURCE_DIR "/resources/playbooks"));
        const QStringList names = folder.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
        QCOMPARE(names, (QStringList{u"enrichment.yaml"_s, u"malware-containment.yaml"_s, u"patch-followup.yaml"_s}));
        const Catalogue catalogue = shippedCatalogue();
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QFile::ReadOnly));
            const auto playbook = readPlaybook(file.readAll(), name);
            QVERIFY2(playbook.has_value(), playbook ? "" : qPrintable(playbook.error().first().message));
            const QList<ManifestProblem> problems = checkPlaybook(*playbook, name, catalogue);
            QVERIFY2(problems.isEmpty(), problems.isEmpty() ? "" : qPrintable(problems.first().message));
            for (const PlannedStep &step : playbook->steps)
                QVERIFY2(step.title.in(u"zh"_s) != step.title.in(u"en"_s), qPrintable(step.id));
        }
    }

    void enrichmentReadsOnly()
    {
        QFile file(QStringLiteral(WARDROOM_SOURCE_DIR "/resources/playbooks/enrichment.yaml"));
        QVERIFY(file.open(QFile::ReadOnly));
        const Catalogue catalogue = shippedCatalogue();
        const Playbook playbook = *readPlaybook(file.readAll(), {});
        QVERIFY(playbook.onAlert.has_value());
        for (const PlannedStep &step : playbook.steps)
            QCOMPARE(catalogue.command(step.command)->risk, domain::Risk::read);
    }

    void everyMistakeIsNamedWithFileLineAndWhatWasExpected()
    {
        QCOMPARE(mistakes(kHead + kInput + "steps:\n" + kStep), QStringList());
        const QList<std::pair<QByteArray, QString>> wrong{
            {kHead + "steps:\n  - {id: a, title: A, wait: soon}\n", u"watch.yaml:6: “wait: soon” is wrong"_s},
            {kHead + "steps:\n  - {id: a, title: A, wait: 30d}\n", u"watch.yaml:6: “wait” must last"_s},
            {kHead + "steps:\n  - {id: a, title: A}\n", u"watch.yaml:6: a step needs one of"_s},
            {kHead + "steps:\n  - {id: a, title: A, wait: 1m, ask: B}\n", u"watch.yaml:6: a step needs one of"_s},
            {kHead + "steps: []\n", u"watch.yaml:5: “steps” must be a list of 1 to 60"_s},
            {kHead + kInput + "steps:\n" + kStep + kStep, u"watch.yaml:9: “status” is taken"_s},
            {kHead + "trigger: {}\nsteps:\n  - {id: a, title: A, wait: 1m}\n", u"watch.yaml:5: “trigger” needs"_s},
            {kHead + "trigger: {schedule: {daily: \"25:00\"}}\nsteps:\n  - {id: a, title: A, wait: 1m}\n",
             u"watch.yaml:5: “daily: 25:00” is wrong"_s},
            {kHead + "trigger: {schedule: {every: 6h}}\ninputs:\n  - {name: h, type: host}\nsteps:\n  - {id: a, title: "
                     "A, wait: 1m}\n",
             u"a schedule gives no inputs"_s},
            {kHead +
                 "trigger: {alert: {}}\ninputs:\n  - {name: h, type: host}\nsteps:\n  - {id: a, title: A, wait: 1m}\n",
             u"an alert does not give “h”"_s},
            {kHead + "steps:\n  - {id: a, title: A, wait: 1m, when: [{from: b.outcome, is: done}]}\n",
             u"names no step before this one"_s},
            {kHead + "steps:\n  - {id: a, title: A, wait: 1m, when: [{from: input.x, is: done}]}\n",
             u"is no input of this playbook"_s},
            {kHead + "steps:\n  - {id: a, title: A, ask: B, options: [{id: x, label: X}, {id: y, label: Y}], who: "
                     "anybody, timeout: 1h, otherwise: z}\n",
             u"is none of the options"_s},
            {kHead + "steps:\n  - {id: a, title: A, ask: B, options: [{id: x, label: X}, {id: y, label: Y}], who: IT, "
                     "timeout: 1h}\n",
             u"“group IT”, “starter” or “anybody” is expected"_s}};
        for (const auto &[text, expected] : wrong) {
            const QString all = mistakes(text).join(u'\n');
            QVERIFY2(all.contains(expected), qPrintable(expected + u"\n--- "_s + all));
        }
    }

    void theCataloguesMistakesAreNamedWithTheirLine()
    {
        const Catalogue catalogue = shippedCatalogue();
        const auto first = [&](const QByteArray &step) {
            const auto playbook = readPlaybook(kHead + kInput + "steps:\n" + step, u"watch.yaml"_s);
            const QList<ManifestProblem> problems = checkPlaybook(*playbook, u"watch.yaml"_s, catalogue);
            return problems.isEmpty() ? QString()
                                      : u"%1: %2"_s.arg(problems.first().line).arg(problems.first().message);
        };
        QCOMPARE(first(kStep), QString());
        QVERIFY(first("  - {id: a, title: A, command: host.statis, args: {host: {from: input.host}}}\n")
                    .startsWith(u"8: there is no command “host.statis”"_s));
        QVERIFY(first("  - {id: a, title: A, command: host.status}\n").contains(u"needs the argument “host”"_s));
        QVERIFY(first("  - {id: a, title: A, command: host.status, args: {host: {from: input.host}, hots: x}}\n")
                    .contains(u"has no argument “hots”"_s));
        QVERIFY(
            first("  - {id: a, title: A, command: ip.lookup, args: {address: 300.1.1.1}}\n").contains(u"300.1.1.1"_s));
        QCOMPARE(first("  - {id: a, title: A, command: note.add, args: {text: hello}}\n"), QString());
        QVERIFY(first("  - {id: a, title: A, command: incident.close, args: {summary: over}}\n")
                    .contains(u"is for people"_s));
    }

    void whatAnAlertSaysNeverChoosesACommandNorBecomesAPartOfAText()
    {
        // A command is a word of the file: a reference in its place is refused,
        const QStringList chosen =
            mistakes(kHead + kInput + "steps:\n  - {id: a, title: A, command: {from: input.host}}\n");
        QVERIFY2(chosen.join(u'\n').contains(u"“command” must be a text"_s), qPrintable(chosen.join(u'\n')));
        // and so is one to the alert itself, beside its typed inputs.
        const QStringList direct =
            mistakes(kHead + kInput +
                     "steps:\n  - {id: a, title: A, command: host.status, args: {host: {from: alert.title}}}\n");
        QVERIFY2(!direct.isEmpty(), "alert.title reached an argument");
        // Braces in a literal are braces.
        const auto braces = readPlaybook(
            kHead + kInput +
                "steps:\n  - {id: a, title: A, command: log.search, args: {pattern: \"{input.host} $(id)\"}}\n",
            {});
        QCOMPARE(braces->steps.first().args.value(u"pattern"_s).literal, u"{input.host} $(id)"_s);
    }

    void aFieldOfAnAlertThatDoesNotFitItsTypeIsNotGiven()
    {
        const auto playbook =
            readPlaybook(kHead + "trigger: {alert: {}}\ninputs:\n"
                                 "  - {name: address, type: address, from: alert.source, required: false}\n"
                                 "  - {name: host, type: host, from: alert.target, required: false}\n"
                                 "steps:\n  - {id: a, title: A, wait: 1m}\n",
                         {});
        QVERIFY(playbook.has_value());
        const Vocabulary known = sampleVocabulary();
        QCOMPARE(*inputsFrom(*playbook, alert(u"203.0.113.7"_s, u"shop"_s), known),
                 (QJsonObject{{u"address"_s, u"203.0.113.7"_s}, {u"host"_s, u"practice-01"_s}}));
        for (const QString &hostile : {u"203.0.113.7; reboot"_s, u"$(reboot)"_s, u"203.0.113.7\n/host isolate web-01"_s,
                                       u"{\"from\":\"input.host\"}"_s, u"--force"_s})
            QCOMPARE(*inputsFrom(*playbook, alert(hostile, hostile), known), QJsonObject());
    }

    void anAlertHasToFitEveryPattern()
    {
        AlertTrigger trigger;
        QVERIFY(matches(trigger, alert({}, {})));
        trigger.scenario = u"ssh*"_s;
        trigger.target = u"*-01"_s;
        QVERIFY(matches(trigger, alert({}, u"WEB-01"_s)));
        QVERIFY(!matches(trigger, alert({}, u"web-02"_s)));
        trigger.least = domain::AlertSeverity::high;
        QVERIFY(!matches(trigger, alert({}, u"web-01"_s)));
        // A pattern of many stars on a long text is quick all the same.
        AlertTrigger slow;
        slow.source = QString(u"*a"_s).repeated(200) + u'b';
        QVERIFY(!matches(slow, alert(QString(20'000, u'a'), {})));
    }

    void aScheduleIsDueOnceASlotAndIsNotMadeUp()
    {
        const qint64 day = 1'790'035'200'000; // midnight UTC
        const qint64 minute = 60'000, hour = 60 * minute;
        const PlaybookSchedule daily{0, 150};
        QCOMPARE(dueSlot(daily, day, day + 149 * minute), 0);
        QCOMPARE(dueSlot(daily, day, day + 151 * minute), day + 150 * minute);
        QCOMPARE(dueSlot(daily, day, day + 161 * minute), 0);                // nobody was there: not made up
        QCOMPARE(dueSlot(daily, day + 151 * minute, day + 152 * minute), 0); // published after it
        const PlaybookSchedule often{6 * hour, -1};
        QCOMPARE(dueSlot(often, day, day + 6 * hour + minute), day + 6 * hour);
        QCOMPARE(dueSlot(often, day, day + 7 * hour), 0);
        QVERIFY(runOfSlot(Sha256::of("a"), day) != runOfSlot(Sha256::of("b"), day));
    }

    void inputsSaidByHandAreTypedAndUnknownOnesNamed()
    {
        const auto playbook = readPlaybook(kHead + kInput + "steps:\n" + kStep, {});
        const Vocabulary known = sampleVocabulary();
        QCOMPARE(*inputsSaid(*playbook, {{u"host"_s, u"edge"_s}}, known), (QJsonObject{{u"host"_s, u"web-01"_s}}));
        QVERIFY(inputsSaid(*playbook, {}, known).error().message.contains(u"host="_s));
        QVERIFY(inputsSaid(*playbook, {{u"host"_s, u"edge"_s}, {u"hots"_s, u"x"_s}}, known)
                    .error()
                    .message.contains(u"hots"_s));
        QVERIFY(!inputsSaid(*playbook, {{u"host"_s, u"edge; id"_s}}, known).has_value());
    }
};

WARDROOM_TEST(TstPlaybookFile)
#include "tst_playbookfile.moc"
