// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/stepoutput.h"

#include <QJsonDocument>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestSummary = 500;

QString tr(const char *text)
{
    return QCoreApplication::translate("StepRunner", text);
}

//! The last line somebody left on stderr says most, when nothing else does.
QString lastError(const SandboxEnd &end)
{
    const QString errors = QString::fromUtf8(end.errors).trimmed();
    return errors.isEmpty() ? tr("It ended with exit code %1.").arg(end.exitCode) : errors.section(u'\n', -1);
}

} // namespace

QList<OutputLine> StepOutput::gathered(QList<OutputLine> lines)
{
    for (const OutputLine &line : std::as_const(lines)) {
        m_output += QJsonDocument(line.json).toJson(QJsonDocument::Compact) + '\n';
        if (line.type != OutputLine::Type::result)
            continue;
        ++m_results;
        m_result = line.json;
    }
    return lines;
}

QList<OutputLine> StepOutput::take(const QByteArray &line)
{
    OutputLine parsed = parseOutputLine(line);
    if (parsed.type == OutputLine::Type::log && m_odd.isEmpty())
        m_odd = whyNoOutputLine(line);
    return gathered(m_redactor.take(std::move(parsed)));
}

QList<OutputLine> StepOutput::rest()
{
    return gathered(m_redactor.finish());
}

StepResult StepOutput::finish(const SandboxEnd &end) const
{
    StepResult result;
    result.outcome = end.outcome;
    result.exitCode = end.exitCode;
    result.took = end.took;
    result.output = m_output;
    result.summary = m_result.value("summary"_L1).toString().left(kLongestSummary);
    if (!result.summary.isValidUtf16()) // the cut went through a character
        result.summary.chop(1);
    result.data = m_result.value("data"_L1).toObject();
    if (!end.errors.isEmpty()) {
        const QJsonObject line{{u"type"_s, u"log"_s}, {u"text"_s, u"stderr: "_s + QString::fromUtf8(end.errors)}};
        result.output += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    if (end.outcome == domain::Outcome::timedOut || end.outcome == domain::Outcome::killed) {
        result.summary = end.reason.isEmpty() ? tr("It was ended.") : end.reason;
    } else if (m_results != 1) {
        result.outcome = domain::Outcome::failed;
        result.data = {};
        result.summary = m_results > 1       ? tr("It gave more than one result, so none counts.")
                         : end.exitCode != 0 ? lastError(end)
                         : m_odd.isEmpty()   ? tr("It ended without a result.")
                                             : tr("It ended without a result: %1.").arg(m_odd);
    } else if (!m_result.value("ok"_L1).toBool()) {
        result.outcome = domain::Outcome::failed;
    }
    if (!result.ok() && result.summary.isEmpty())
        result.summary = lastError(end);
    return result;
}

} // namespace wardroom::bot
