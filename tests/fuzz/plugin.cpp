// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/canonicaljson.h"
#include "bot/catalogue/catalogue.h"
#include "bot/catalogue/manifestreader.h"
#include "bot/language/understand.h"
#include "bot/playbook/playbookplan.h"
#include "bot/playbook/playbookreader.h"
#include "bot/runtime/stepoutput.h"
#include "bot/sandbox/gatepassage.h"
#include "fuzz/target.h"

namespace wardroom::fuzz {
using namespace bot;

namespace {

//! A plugin.yaml, read beside the scripts of a shipped plugin.
void manifest(const QByteArray &bytes)
{
    const QString file = QStringLiteral("plugin.yaml");
    const auto tree = parseYaml(bytes, file);
    if (!tree) {
        hold(!tree.error().message.isEmpty() && tree.error().line >= 0, "a mistake has a line and a sentence");
        return;
    }
    ProblemSink sink(file);
    const Plugin plugin = readManifest(*tree, QStringLiteral(WARDROOM_SOURCE_DIR "/resources/plugins/patch"), sink);
    for (const ManifestProblem &problem : sink.problems())
        hold(!problem.message.isEmpty(), "a mistake has a sentence");
    if (!sink.problems().isEmpty())
        return;
    const Catalogue catalogue = Catalogue::of({plugin});
    for (const Command &command : plugin.commands) {
        hold(!command.id.isEmpty() && !command.summary.in(QStringLiteral("en")).isEmpty(),
             "a command says what it does");
        for (const QString &example : command.examples)
            understand(example, catalogue, {});
    }
}

//! What a script prints, line by line.
void outputLine(const QByteArray &bytes)
{
    StepOutput output(Redactor({"fuzz-\"secret/1"}));
    const QByteArrayList lines = bytes.split('\n');
    QList<OutputLine> shown;
    for (const QByteArray &line : lines)
        shown += output.take(line);
    shown += output.rest();
    for (const OutputLine &parsed : std::as_const(shown)) {
        if (parsed.type == OutputLine::Type::result)
            hold(canonicalJson(parsed.json).has_value(), "a result can stand in a fact");
        if (parsed.type == OutputLine::Type::log)
            hold(isWholeText(parsed.json.value(QLatin1String("text")).toString(), 8000), "a log line is bounded");
    }
    SandboxEnd end;
    end.outcome = domain::Outcome::done;
    const StepResult result = output.finish(end);
    hold(isWholeText(result.summary, 500), "a summary is bounded, without half a character");
}

//! What a script asks the proxy of its network for.
void gateRequest(const QByteArray &bytes)
{
    const auto asked = askedPlace(bytes);
    if (!asked)
        return;
    hold(!asked->host.isEmpty() && asked->host.size() <= 253 && asked->port >= 0 && asked->port <= 99999,
         "a place is bounded");
    for (const QChar &each : asked->host)
        hold(each.isLetterOrNumber() || QStringLiteral(".:-_").contains(each),
             "a host has no signs that mean something");
}

//! A playbook, taken through its first act as a run that has just begun.
void playbook(const QByteArray &bytes)
{
    const auto read = readPlaybook(bytes, QStringLiteral("playbook.yaml"));
    if (!read) {
        hold(!read.error().isEmpty(), "what is refused has a mistake");
        for (const ManifestProblem &problem : read.error())
            hold(!problem.message.isEmpty() && problem.line >= 0, "a mistake has a line and a sentence");
        return;
    }
    hold(!read->steps.isEmpty() && read->steps.size() <= 60, "a playbook has steps, and not too many");
    for (const PlannedStep &step : read->steps)
        hold(int(step.isCommand()) + int(step.isWait()) + int(step.isQuestion()) == 1, "a step is one thing");
    const Catalogue nothing;
    const domain::PlaybookRun run;
    const domain::IncidentState room;
    const PlaybookAct act = nextAct({*read, run, room, nothing}, {}, QStringLiteral("en"), 1);
    hold(act.kind == PlaybookAct::Kind::tell,
         "without commands, inputs and results the first step waits, asks, is left out or fails");
}

const Registration ofPlaybook{"playbook", playbook, 32768};
const Registration ofManifest{"manifest", manifest, 32768};
const Registration ofOutputLine{"outputline", outputLine, 32768};
const Registration ofGateRequest{"gaterequest", gateRequest, 8192};

} // namespace

} // namespace wardroom::fuzz
