// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/steprunner.h"

#include "bot/runtime/httpstep.h"
#include "bot/runtime/practicebounds.h"
#include "bot/runtime/scriptjob.h"
#include "bot/runtime/stepoutput.h"
#include "bot/runtime/stepplan.h"
#include "bot/runtime/toolstep.h"
#include "bot/sandbox/sshjob.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QPointer>
#include <unistd.h>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

constexpr int kConnecting = 15;  //!< seconds that reaching a host may take on top of a command's own
constexpr int kSshTrouble = 255; //!< ssh's exit code for everything that is not the program's own

QString tr(const char *text)
{
    return QCoreApplication::translate("StepRunner", text);
}

QString hasChanged(const QString &plugin)
{
    return tr("The plugin %1 has changed since this was asked for, so it did not run.").arg(plugin);
}

//! A folder that goes when its step does.
class Staging
{
public:
    explicit Staging(QString folder) : m_folder(std::move(folder)) {}
    ~Staging() { QDir(m_folder).removeRecursively(); }
    Staging(const Staging &) = delete;
    Staging &operator=(const Staging &) = delete;
    QString pluginFolder() const { return m_folder + u"/plugin"_s; }

    //! As root, jobs are somebody else, who must be able to read the copy.
    Result<void> giveToJobUser() const
    {
        if (getuid() != 0)
            return {};
        const auto user = uid_t(Sandbox::jobUser());
        bool good = lchown(QFile::encodeName(pluginFolder()).constData(), user, user) == 0;
        QDirIterator each(pluginFolder(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
        while (good && each.hasNext())
            good = lchown(QFile::encodeName(each.next()).constData(), user, user) == 0;
        if (!good)
            return fail(ErrorKind::storage, tr("The command's private copy could not be handed to its user."));
        return {};
    }

private:
    QString m_folder;
};

//! The step as it is done for this request: on a host's own, where one is named and the manifest has a way.
Step chosen(const Step &step, const StepRequest &request)
{
    if (request.host.name.isEmpty() || step.onHost.isEmpty())
        return step;
    Step onHost;
    onHost.kind = StepKind::script;
    onHost.argv = step.onHost;
    return onHost;
}

const Step *stepOf(const Command &command, const QString &name)
{
    const std::array<std::pair<QLatin1StringView, const Step *>, 5> steps{{{"rehearse"_L1, &command.rehearse},
                                                                           {"run"_L1, &command.run},
                                                                           {"verify"_L1, &command.verify},
                                                                           {"undo"_L1, &command.undo},
                                                                           {"verify_undo"_L1, &command.verifyUndo}}};
    for (const auto &[word, step] : steps)
        if (name == word)
            return step;
    return nullptr;
}

} // namespace

class StepRunner::Private : public std::enable_shared_from_this<StepRunner::Private>
{
public:
    QCoro::Task<Result<StepResult>> runScript(Plugin plugin, Command command, Step step, StepRequest request,
                                              std::function<void(OutputLine)> line);
    //! The secrets a manifest names, which are this plugin's own.
    QCoro::Task<Result<QByteArray>> secretOf(QString plugin, QString name);
    //! Turns \a job into one that runs on \a host.
    QCoro::Task<Result<SandboxJob>> overSsh(SandboxJob job, domain::Host host, Sha256 hash);
    QPointer<connectors::SecurityTool> tool(const QString &name) const;
    Result<domain::Plan> toolPlan(const Command &command, const StepRequest &request) const;

    const Catalogue *catalogue = nullptr;
    QList<QPointer<connectors::SecurityTool>> tools;
    QString language = QStringLiteral("en");
    bool practisesOnly = false;
    domain::Record *record = nullptr;
    domain::Secrets *secrets = nullptr;
    QByteArray taker;
    const Clock *clock = nullptr;
    std::shared_ptr<Sandbox> sandbox = std::make_shared<Sandbox>();
};

QPointer<connectors::SecurityTool> StepRunner::Private::tool(const QString &name) const
{
    for (const auto &each : tools)
        if (each && each->name() == name)
            return each;
    return nullptr;
}

Result<domain::Plan> StepRunner::Private::toolPlan(const Command &command, const StepRequest &request) const
{
    const auto known = tool(command.run.tool);
    if (!known)
        return fail(ErrorKind::notFound, tr("%1 is not connected here.").arg(command.run.tool));
    const auto line = toolLine(*known, command.run, request.args);
    if (!line)
        return tl::unexpected(line.error());
    domain::Plan plan;
    plan.argv = *line;
    plan.as = tr("Wardroom's own account at %1").arg(command.run.tool);
    plan.effect = command.summary.in(request.language);
    if (command.undo.kind == StepKind::tool)
        if (const auto undo = toolLine(*known, command.undo, request.args))
            plan.undo = *undo;
    if (command.verify.kind == StepKind::tool)
        plan.verify = tr("%1 is asked whether it took effect").arg(command.verify.tool);
    return plan;
}

QCoro::Task<Result<QByteArray>> StepRunner::Private::secretOf(QString plugin, QString name)
{
    const QString place = u"plugin.%1.%2"_s.arg(plugin, name);
    if (!secrets)
        co_return fail(ErrorKind::auth, tr("The secret %1 is not to be had from here.").arg(place));
    const auto secret = co_await secrets->read(place);
    if (!secret)
        co_return fail(ErrorKind::auth, tr("This node has no secret %1: %2").arg(place, secret.error().message));
    co_return *secret;
}

QCoro::Task<Result<SandboxJob>> StepRunner::Private::overSsh(SandboxJob job, domain::Host host, Sha256 hash)
{
    const QByteArray program = host.mode == "forced"_L1 ? QByteArray() : taker;
    if (!secrets || (host.mode != "forced"_L1 && program.isEmpty()))
        co_return fail(ErrorKind::unsupported, tr("Hosts over SSH are not reached from here."));
    // Named: GCC 12 destroys what a condition makes inside a co_await twice.
    const QString place = host.secret.isEmpty() ? u"ssh."_s + host.name : host.secret;
    const auto key = co_await secrets->read(place);
    if (!key)
        co_return fail(ErrorKind::auth, tr("This node has no key for %1: %2").arg(host.name, key.error().message));
    const auto reach = sshReachOf(host, *key);
    if (!reach)
        co_return tl::unexpected(reach.error());
    const auto input = sshInput(job, hash, program);
    if (!input)
        co_return tl::unexpected(input.error());
    job.ssh = *reach;
    job.input = *input;
    job.limits.seconds += kConnecting;
    co_return job;
}

//! A connection that broke off is no answer: what may have begun is not known to have failed.
static void judgeConnection(StepResult &result, const SandboxEnd &end, const StepRequest &request)
{
    const bool isLost = end.exitCode == kSshTrouble && result.data.isEmpty();
    if (!isLost && end.outcome != domain::Outcome::timedOut)
        return;
    const bool writes = request.step == "run"_L1 || request.step == "undo"_L1;
    const bool begun = result.output.contains("wardroom-remote: starts");
    if (isLost)
        result.summary = sshTrouble(end.errors, request.host.name);
    if (begun && writes) {
        result.outcome = domain::Outcome::unknown;
        result.summary += u' ' + tr("It had begun there; how far it got, somebody has to look.");
    }
}

QCoro::Task<Result<StepResult>> StepRunner::Private::runScript(Plugin plugin, Command command, Step step,
                                                               StepRequest request,
                                                               std::function<void(OutputLine)> line)
{
    const auto self = shared_from_this();
    const auto confined = sandbox; // everything of this object is taken before the first wait
    const qint64 now = clock->nowMs();
    auto *const known = record;
    const auto folder = Sandbox::makeStagingFolder();
    if (!folder)
        co_return tl::unexpected(folder.error());
    const Staging staging(*folder);
    const auto hash = copyHashed(plugin.folder, staging.pluginFolder());
    if (!hash)
        co_return tl::unexpected(hash.error());
    if (!request.expectedHash.isNull() && *hash != request.expectedHash)
        co_return fail(ErrorKind::conflict, hasChanged(plugin.name));
    if (const auto given = staging.giveToJobUser(); !given)
        co_return tl::unexpected(given.error());
    auto job = scriptJob(command, step, request, staging.pluginFolder());
    if (!job)
        co_return tl::unexpected(job.error());
    QJsonArray facts;
    if (command.usesRecord && known)
        facts = co_await recordFor(*known, command, request);
    QJsonObject room;
    if (command.usesRoom && known)
        room = co_await known->roomNow(request.room);
    job->input = scriptInput(command, request, now, facts, room);
    QList<QByteArray> told;
    for (const SecretNeed &need : command.secrets) {
        const auto secret = co_await self->secretOf(plugin.name, need.name);
        if (!secret)
            co_return tl::unexpected(secret.error());
        told.append(*secret);
        job->secrets.append({need.descriptor, *secret});
    }
    const bool isRemote = request.host.reach == "ssh"_L1 && command.hostAccess != HostAccess::none;
    if (isRemote)
        job = co_await self->overSsh(*job, request.host, *hash);
    if (!job)
        co_return tl::unexpected(job.error());
    const auto output = std::make_shared<StepOutput>(Redactor(told));
    // Named, not a temporary: GCC 12 destroys the captures of one inside a co_await twice.
    const std::function<void(QByteArray)> take = [output, line](QByteArray text) {
        const QList<OutputLine> shown = output->take(text);
        if (line)
            std::for_each(shown.begin(), shown.end(), line);
    };
    const auto end = co_await confined->run(std::move(*job), take);
    if (!end)
        co_return tl::unexpected(end.error());
    const QList<OutputLine> held = output->rest();
    if (line)
        std::for_each(held.begin(), held.end(), line);
    StepResult result = output->finish(*end);
    if (isRemote)
        judgeConnection(result, *end, request);
    co_return result;
}

StepRunner::StepRunner(const Catalogue &catalogue, QList<connectors::SecurityTool *> tools, domain::Record *record,
                       const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_shared<Private>())
{
    d->catalogue = &catalogue;
    for (connectors::SecurityTool *tool : tools)
        d->tools.append(tool);
    d->record = record;
    d->clock = &clock;
}

StepRunner::~StepRunner()
{
    d->sandbox->kill();
}

void StepRunner::setSecrets(domain::Secrets *secrets, const QByteArray &taker)
{
    d->secrets = secrets;
    d->taker = taker;
}

void StepRunner::practiseOnly()
{
    d->practisesOnly = true;
    d->secrets = nullptr;
}

void StepRunner::setLanguage(const QString &language)
{
    d->language = language;
}

const Catalogue &StepRunner::catalogue() const
{
    return *d->catalogue;
}

QCoro::Task<Result<StepResult>> StepRunner::run(StepRequest request, std::function<void(OutputLine)> line)
{
    const auto keep = d;
    if (request.language.isEmpty())
        request.language = keep->language;
    const Plugin *plugin = keep->catalogue->pluginOf(request.command);
    const Command *command = keep->catalogue->command(request.command);
    const Step *written = command ? stepOf(*command, request.step) : nullptr;
    const Step asked = written ? chosen(*written, request) : Step();
    const Step *const step = &asked;
    if (!plugin || !command || step->kind == StepKind::none)
        co_return fail(ErrorKind::notFound, tr("%1 has no step \"%2\".").arg(request.command, request.step));
    if (step->kind == StepKind::room)
        co_return fail(ErrorKind::unsupported, tr("%1 is said in the room, not run.").arg(request.command));
    // The steps come from the manifest as it was read, the script from the folder as it is: both must be what was
    // approved.
    if (!request.expectedHash.isNull() && plugin->hash != request.expectedHash)
        co_return fail(ErrorKind::conflict, hasChanged(plugin->name));
    if (const auto within = keep->practisesOnly ? withinPractice(request.host, *step, *command) : Result<void>();
        !within)
        co_return tl::unexpected(within.error());
    if (step->kind == StepKind::script)
        co_return co_await keep->runScript(*plugin, *command, *step, std::move(request), std::move(line));
    const auto hash = hashFolder(plugin->folder);
    if (!hash)
        co_return tl::unexpected(hash.error());
    if (!request.expectedHash.isNull() && *hash != request.expectedHash)
        co_return fail(ErrorKind::conflict, hasChanged(plugin->name));
    if (step->kind == StepKind::http) {
        QByteArray secret;
        const HttpCall call = *step->http;
        const Command known = *command;
        if (!call.secret.isEmpty()) {
            const auto read = co_await keep->secretOf(plugin->name, call.secret);
            if (!read)
                co_return tl::unexpected(read.error());
            secret = *read;
        }
        co_return co_await runHttpStep(known, call, std::move(request), secret, std::move(line));
    }
    co_return co_await runToolStep(keep->tool(step->tool), *command, *step, std::move(request), std::move(line));
}

QCoro::Task<Result<domain::Plan>> StepRunner::rehearse(StepRequest request)
{
    const auto keep = d;
    const Command *known = keep->catalogue->command(request.command);
    if (!known)
        co_return fail(ErrorKind::notFound, tr("There is no command %1.").arg(request.command));
    Command command = *known;
    request.step = u"rehearse"_s;
    for (Step *step : {&command.rehearse, &command.run, &command.verify, &command.undo, &command.verifyUndo})
        *step = chosen(*step, request);
    for (const Step &step : {command.rehearse, command.run})
        if (const auto within = keep->practisesOnly ? withinPractice(request.host, step, command) : Result<void>();
            !within)
            co_return tl::unexpected(within.error());
    Result<domain::Plan> plan = fail(ErrorKind::unsupported, tr("%1 cannot be rehearsed.").arg(request.command));
    if (command.rehearse.kind == StepKind::script) {
        const auto *plugin = keep->catalogue->pluginOf(request.command);
        const auto ran = co_await keep->runScript(*plugin, command, command.rehearse, request, {});
        if (!ran)
            co_return tl::unexpected(ran.error());
        if (!ran->ok())
            co_return fail(ErrorKind::invalid, ran->summary);
        plan = planOf(ran->data);
    } else if (command.run.kind == StepKind::http) {
        plan = httpPlan(command, request);
    } else if (command.run.kind == StepKind::tool) {
        plan = keep->toolPlan(command, request);
    } else if (command.run.kind == StepKind::script) {
        plan = domain::Plan{};
        plan->argv = command.run.argv;
        plan->as = tr("an unprivileged user in the sandbox");
    }
    if (plan)
        plan->danger = command.danger.in(request.language);
    if (plan && !command.network.isEmpty())
        plan->effect = (plan->effect + u' ' + reachInWords(command)).trimmed();
    co_return plan;
}

} // namespace wardroom::bot
