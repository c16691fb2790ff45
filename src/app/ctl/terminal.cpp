// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QFile>
#include <QJsonDocument>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Terminal", text);
}

void write(std::FILE *file, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fflush(file);
}

QByteArray documentOf(const QJsonValue &value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.sliced(1, wrapped.size() - 2);
}

//! The terminal without echo, as long as this lives.
class Hidden
{
public:
    explicit Hidden(int terminal) : m_terminal(terminal), m_changed(tcgetattr(terminal, &m_before) == 0)
    {
        termios hidden = m_before;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        if (m_changed)
            tcsetattr(terminal, TCSAFLUSH, &hidden);
    }
    ~Hidden()
    {
        if (m_changed)
            tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    Hidden(const Hidden &) = delete;
    Hidden &operator=(const Hidden &) = delete;

private:
    int m_terminal;
    termios m_before{};
    bool m_changed;
};

QByteArray askOnce(const QString &question)
{
    QFile terminal(u"/dev/tty"_s);
    if (!terminal.open(QFile::ReadWrite | QFile::Unbuffered))
        return {};
    const Hidden hidden(terminal.handle());
    terminal.write(question.toUtf8());
    QByteArray line = terminal.readLine(4096);
    terminal.write("\n");
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace

void print(const QJsonValue &json, const QString &text, bool asJson)
{
    if (!asJson)
        write(stdout, text.toUtf8());
    else if (!json.isUndefined())
        write(stdout, documentOf(json) + '\n');
}

void print(const control::Answer &answer, bool asJson)
{
    if (asJson && answer.json.isArray()) {
        QByteArray lines;
        for (const QJsonValue &each : answer.json.toArray())
            lines += documentOf(each) + '\n';
        write(stdout, lines);
    } else {
        print(answer.json, answer.text, asJson);
    }
    note(answer.note);
}

void note(const QString &text)
{
    if (!text.isEmpty())
        write(stderr, text.toUtf8() + '\n');
}

bool hasTerminal()
{
    return isatty(STDIN_FILENO) != 0 && QFile(u"/dev/tty"_s).open(QFile::ReadWrite);
}

QCoro::Task<Result<QByteArray>> askPassphrase(bool isNew)
{
    const QByteArray first = askOnce(isNew ? tr("Choose a passphrase for this profile's keys: ") : tr("Passphrase: "));
    if (first.isEmpty())
        co_return fail(ErrorKind::auth, tr("No passphrase was given."));
    if (isNew && askOnce(tr("Once more: ")) != first)
        co_return fail(ErrorKind::auth, tr("The two are not the same."));
    co_return first;
}

} // namespace wardroom::ctl
