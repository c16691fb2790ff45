// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/yamltree.h"

#include <QRegularExpression>

namespace wardroom::bot {

//! Where the mistakes of one manifest are gathered.
class ProblemSink
{
public:
    explicit ProblemSink(QString file) : m_file(std::move(file)) {}
    void add(int line, const QString &message) { m_problems.append({m_file, line, message}); }
    const QList<ManifestProblem> &problems() const { return m_problems; }

private:
    QString m_file;
    QList<ManifestProblem> m_problems;
};

enum class Need { required, optional };

//! Reads one mapping of a manifest key by key: wrong types and missing keys go to the sink, and finish() reports the
//! keys nobody asked for. \a node and \a sink must outlive it.
class ManifestFields
{
public:
    //! \a what names the mapping in messages: "a command", "an argument".
    ManifestFields(const YamlNode &node, QString what, ProblemSink &sink);

    int line() const { return m_node.line; }
    int lineOf(const QString &key) const;
    const YamlNode *node(const QString &key, Need need = Need::optional);
    QString text(const QString &key, Need need, qsizetype longest = 200);
    //! \a shape must match the whole text; \a expected says it in words.
    QString shaped(const QString &key, Need need, const QRegularExpression &shape, const QString &expected);
    int number(const QString &key, int fallback, int lowest, int highest);
    bool flag(const QString &key, bool fallback);
    Wording wording(const QString &key, Need need);
    QStringList texts(const QString &key, Need need);
    //! The index in \a words, or -1 when missing or wrong.
    qsizetype choice(const QString &key, Need need, const QStringList &words);
    void problem(const QString &key, const QString &message) { m_sink.add(lineOf(key), message); }
    void finish();

private:
    const YamlNode &m_node;
    QString m_what;
    ProblemSink &m_sink;
    QStringList m_known;
};

//! A list of texts, each bounded and free of hidden characters.
QStringList textsOf(const YamlNode &node, const QString &key, ProblemSink &sink);
//! "en", "zh" …
bool isLanguage(const QString &text);

} // namespace wardroom::bot
