// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/character.h"

#include "base/plaintext.h"
#include "bot/catalogue/yamltree.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestLine = 300;
constexpr int kDay = 24 * 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("Character", text);
}

const QMap<QString, Saying> &toned()
{
    static const QMap<QString, Saying> keys{{u"help"_s, Saying::help},
                                            {u"nothing-found"_s, Saying::nothingFound},
                                            {u"lesson"_s, Saying::lesson},
                                            {u"tip"_s, Saying::tip},
                                            {u"next"_s, Saying::next}};
    return keys;
}

//! One key of a pack; an empty answer: it was taken.
QString takeLines(const bot::YamlNode::Member &member, TonePack &pack)
{
    const auto saying = toned().constFind(member.key);
    if (saying == toned().cend())
        return tr("“%1” may have no tone; only %2 may").arg(shownPlainly(member.key, 60), toned().keys().join(u", "_s));
    for (const bot::YamlNode::Member &language : member.value.members)
        for (const bot::YamlNode &line : language.value.items) {
            if (line.text.trimmed().isEmpty() || line.text.size() > kLongestLine ||
                shownPlainly(line.text, kLongestLine) != line.text)
                return tr("a line of “%1” is empty, too long or holds hidden signs").arg(member.key);
            if ((*saying == Saying::tip) != line.text.contains(u"{thing}"))
                return tr("a line of “tip” has to say {thing}, and no other may");
            pack.lines[*saying][language.key].append(line.text);
        }
    if (pack.lines.value(*saying).value(u"en"_s).isEmpty())
        return tr("“%1” has no English line").arg(member.key);
    return {};
}

Result<TonePack> packFrom(const bot::YamlNode &node, const QString &file)
{
    const auto wrong = [&](int line, const QString &what) {
        return fail(ErrorKind::invalid, u"%1:%2: %3"_s.arg(file).arg(line).arg(what));
    };
    TonePack pack;
    const bot::YamlNode *id = node.member(u"id"_s);
    const bot::YamlNode *name = node.member(u"name"_s);
    const bot::YamlNode *lines = node.member(u"lines"_s);
    if (!id || id->text.isEmpty() || !name || !lines)
        return wrong(1, tr("a tone has an id, a name and lines"));
    pack.id = id->text;
    for (const bot::YamlNode::Member &each : name->members)
        pack.names.insert(each.key, shownPlainly(each.value.text, 40));
    for (const bot::YamlNode::Member &each : lines->members)
        if (const QString problem = takeLines(each, pack); !problem.isEmpty())
            return wrong(each.line, problem);
    return pack;
}

} // namespace

bool mayHaveTone(Saying saying)
{
    return toned().values().contains(saying);
}

Result<QList<TonePack>> loadTones(const QString &folder)
{
    QList<TonePack> packs;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        const auto node = file.open(QFile::ReadOnly)
                              ? bot::parseYaml(file.read(64 * 1024 + 1), name)
                              : tl::unexpected(bot::ManifestProblem{name, 0, file.errorString()});
        if (!node)
            return fail(ErrorKind::invalid, u"%1:%2: %3"_s.arg(name).arg(node.error().line).arg(node.error().message));
        Result<TonePack> pack = packFrom(*node, name);
        if (!pack)
            return tl::unexpected(pack.error());
        packs.append(std::move(*pack));
    }
    return packs;
}

bool Manners::isSilent(const QTime &local) const
{
    if (silentFrom < 0 || silentUntil < 0 || silentFrom == silentUntil)
        return false;
    const int now = local.hour() * 60 + local.minute();
    return silentFrom < silentUntil ? now >= silentFrom && now < silentUntil : now >= silentFrom || now < silentUntil;
}

Manners mannersFrom(const QByteArray &setting)
{
    const QJsonObject json = QJsonDocument::fromJson(setting).object();
    const auto minute = [&](const QString &key) { return std::clamp(json.value(key).toInt(-1), -1, kDay - 1); };
    return {json.value(u"tone"_s).toString(u"plain"_s), minute(u"silentFrom"_s), minute(u"silentUntil"_s)};
}

QByteArray toSetting(const Manners &manners)
{
    return QJsonDocument(QJsonObject{{u"tone"_s, manners.tone},
                                     {u"silentFrom"_s, manners.silentFrom},
                                     {u"silentUntil"_s, manners.silentUntil}})
        .toJson(QJsonDocument::Compact);
}

QString Character::say(Saying saying, const QString &plain, bool urgent, const QString &thing)
{
    if (urgent || !mayHaveTone(saying))
        return plain;
    for (const TonePack &pack : std::as_const(m_packs)) {
        const QStringList lines =
            pack.id == m_manners.tone ? pack.lines.value(saying).value(m_language) : QStringList();
        if (!lines.isEmpty())
            return QString(lines.at(m_turn[saying]++ % lines.size())).replace(u"{thing}"_s, thing);
    }
    return plain;
}

} // namespace wardroom::session
