// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/manifestfields.h"

#include "base/nearest.h"
#include "base/plaintext.h"
#include "bot/catalogue/text.h"

#include <QLocale>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 4000;

QString nameOf(YamlNode::Kind kind)
{
    switch (kind) {
    case YamlNode::Kind::null: return Text::tr("nothing");
    case YamlNode::Kind::scalar: return Text::tr("a text");
    case YamlNode::Kind::list: return Text::tr("a list");
    case YamlNode::Kind::map: return Text::tr("a mapping");
    }
    return {};
}

//! One scalar as text; hidden characters would let a manifest show people another text than it holds.
QString plainText(const YamlNode &node, const QString &key, qsizetype longest, ProblemSink &sink)
{
    if (node.kind != YamlNode::Kind::scalar) {
        sink.add(node.line, Text::tr("“%1” must be a text, not %2").arg(key, nameOf(node.kind)));
        return {};
    }
    if (node.text.trimmed().isEmpty())
        sink.add(node.line, Text::tr("“%1” is empty; a text is expected").arg(key));
    else if (node.text.size() > longest)
        sink.add(node.line, Text::tr("“%1” is longer than %2 characters; shorten it").arg(key).arg(longest));
    else if (QString(node.text).replace(u'\t', u' ') != shownPlainly(node.text, longest))
        sink.add(node.line, Text::tr("“%1” holds a hidden or control character; type it again: %2")
                                .arg(key, shownPlainly(node.text, 120)));
    return node.text;
}

} // namespace

bool isLanguage(const QString &text)
{
    static const QRegularExpression shape(u"^[a-z]{2,3}(_[A-Z]{2})?$"_s);
    // "cn" looks like one and is a country.
    return shape.match(text).hasMatch() && QLocale::codeToLanguage(text.section(u'_', 0, 0)) != QLocale::AnyLanguage;
}

QStringList textsOf(const YamlNode &node, const QString &key, ProblemSink &sink)
{
    if (node.kind != YamlNode::Kind::list) {
        sink.add(node.line, Text::tr("“%1” must be a list of texts, not %2").arg(key, nameOf(node.kind)));
        return {};
    }
    QStringList all;
    for (const YamlNode &each : node.items)
        all << plainText(each, key, 1000, sink);
    return all;
}

ManifestFields::ManifestFields(const YamlNode &node, QString what, ProblemSink &sink)
    : m_node(node)
    , m_what(std::move(what))
    , m_sink(sink)
{
    if (node.kind != YamlNode::Kind::map)
        sink.add(node.line, Text::tr("%1 must be a mapping, not %2; write its keys below each other, or in one line "
                                     "like {name: value, name: value}")
                                .arg(m_what, nameOf(node.kind)));
}

int ManifestFields::lineOf(const QString &key) const
{
    for (const auto &each : m_node.members)
        if (each.key == key)
            return each.line;
    return m_node.line;
}

const YamlNode *ManifestFields::node(const QString &key, Need need)
{
    m_known << key;
    const YamlNode *found = m_node.member(key);
    if (found != nullptr && found->kind == YamlNode::Kind::null) {
        problem(key, Text::tr("“%1” is empty; give it a value or leave it out").arg(key));
        return nullptr;
    }
    if (found == nullptr && need == Need::required && m_node.kind == YamlNode::Kind::map)
        m_sink.add(m_node.line, Text::tr("%1 needs “%2:”").arg(m_what, key));
    return found;
}

QString ManifestFields::text(const QString &key, Need need, qsizetype longest)
{
    const YamlNode *found = node(key, need);
    return found == nullptr ? QString() : plainText(*found, key, longest, m_sink);
}

QString ManifestFields::shaped(const QString &key, Need need, const QRegularExpression &shape, const QString &expected)
{
    const QString value = text(key, need);
    if (!value.isEmpty() && !shape.match(value).hasMatch())
        problem(key, Text::tr("“%1: %2” is wrong; %3 is expected").arg(key, shownPlainly(value, 60), expected));
    return value;
}

int ManifestFields::number(const QString &key, int fallback, int lowest, int highest)
{
    const YamlNode *found = node(key);
    if (found == nullptr)
        return fallback;
    bool isNumber = false;
    const int value = found->text.toInt(&isNumber);
    if (found->kind == YamlNode::Kind::scalar && !found->quoted && isNumber && value >= lowest && value <= highest)
        return value;
    m_sink.add(found->line, Text::tr("“%1” must be a whole number from %2 to %3").arg(key).arg(lowest).arg(highest));
    return fallback;
}

bool ManifestFields::flag(const QString &key, bool fallback)
{
    const YamlNode *found = node(key);
    if (found == nullptr)
        return fallback;
    if (found->kind == YamlNode::Kind::scalar && !found->quoted &&
        (found->text == "true"_L1 || found->text == "false"_L1))
        return found->text == "true"_L1;
    m_sink.add(found->line, Text::tr("“%1” must be true or false").arg(key));
    return fallback;
}

Wording ManifestFields::wording(const QString &key, Need need)
{
    const YamlNode *found = node(key, need);
    if (found == nullptr)
        return {};
    if (found->kind == YamlNode::Kind::scalar)
        return Wording({{u"en"_s, plainText(*found, key, longestText, m_sink)}});
    if (found->kind != YamlNode::Kind::map) {
        m_sink.add(found->line,
                   Text::tr("“%1” must be a text or {en: …, zh: …}, not %2").arg(key, nameOf(found->kind)));
        return {};
    }
    QMap<QString, QString> byLanguage;
    for (const auto &each : found->members) {
        if (!isLanguage(each.key))
            m_sink.add(each.line,
                       Text::tr("“%1” is not a language; “en” or “zh” is expected below “%2”").arg(each.key, key));
        byLanguage.insert(each.key, plainText(each.value, key, longestText, m_sink));
    }
    if (!byLanguage.contains(u"en"_s))
        m_sink.add(found->line, Text::tr("“%1” needs a text in English (“en:”)").arg(key));
    return Wording(byLanguage);
}

QStringList ManifestFields::texts(const QString &key, Need need)
{
    const YamlNode *found = node(key, need);
    return found == nullptr ? QStringList() : textsOf(*found, key, m_sink);
}

qsizetype ManifestFields::choice(const QString &key, Need need, const QStringList &words)
{
    const QString value = text(key, need);
    const qsizetype index = words.indexOf(value);
    if (index < 0 && !value.isEmpty()) {
        problem(key, Text::tr("“%1: %2” is not known; one of %3 is expected%4")
                         .arg(key, shownPlainly(value, 60), words.join(u", "_s), didYouMean(value, words)));
    }
    return index;
}

void ManifestFields::finish()
{
    for (const auto &each : m_node.members) {
        if (!m_known.contains(each.key)) {
            m_sink.add(each.line, Text::tr("“%1” is not a key of %2; remove it or correct its name%3")
                                      .arg(shownPlainly(each.key, 60), m_what, didYouMean(each.key, m_known)));
        }
    }
}

} // namespace wardroom::bot
