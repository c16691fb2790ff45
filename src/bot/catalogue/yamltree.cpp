// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/yamltree.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestFile = 256 * 1024;
constexpr size_t deepest = 16;
constexpr int mostNodes = 20'000;

int lineOf(const YAML::Mark &mark)
{
    return mark.is_null() ? 0 : mark.line + 1;
}

//! Builds the tree from the parser's events; stops the parser with its own exception at the first refused thing.
class TreeBuilder final : public YAML::EventHandler
{
public:
    YamlNode take() { return std::move(m_root); }
    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        add(mark, {}, anchor, YamlNode{YamlNode::Kind::null, lineOf(mark), {}, false, {}, {}});
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        throw YAML::ParserException(mark, "aliases (*name) are not allowed in a manifest");
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        add(mark, tag, anchor,
            YamlNode{YamlNode::Kind::scalar, lineOf(mark), QString::fromStdString(value), tag == "!", {}, {}});
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlNode::Kind::list);
    }
    void OnSequenceEnd() override { m_open.pop_back(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlNode::Kind::map);
    }
    void OnMapEnd() override { m_open.pop_back(); }

private:
    struct Frame
    {
        YamlNode *node;
        bool keyNext = true;
    };

    YamlNode *add(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YamlNode node)
    {
        if (anchor != YAML::NullAnchor)
            throw YAML::ParserException(mark, "anchors (&name) are not allowed in a manifest");
        if (!tag.empty() && tag != "?" && tag != "!")
            throw YAML::ParserException(mark, "tags (!name) are not allowed in a manifest");
        if (++m_count > mostNodes)
            throw YAML::ParserException(mark, "the manifest has too many values");
        if (m_open.empty()) {
            m_root = std::move(node);
            return &m_root;
        }
        Frame &frame = m_open.back();
        if (frame.node->kind == YamlNode::Kind::list) {
            frame.node->items.append(std::move(node));
            return &frame.node->items.last();
        }
        return addToMap(mark, frame, std::move(node));
    }

    static YamlNode *addToMap(const YAML::Mark &mark, Frame &frame, YamlNode node)
    {
        const bool key = std::exchange(frame.keyNext, !frame.keyNext);
        if (!key) {
            frame.node->members.last().value = std::move(node);
            return &frame.node->members.last().value;
        }
        if (node.kind != YamlNode::Kind::scalar)
            throw YAML::ParserException(mark, "a plain word is expected before the colon");
        if (frame.node->member(node.text) != nullptr)
            throw YAML::ParserException(mark, "“" + node.text.toStdString() + "” is given twice");
        frame.node->members.append({node.text, node.line, {}});
        return nullptr;
    }

    void open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YamlNode::Kind kind)
    {
        if (m_open.size() >= deepest)
            throw YAML::ParserException(mark, "the manifest nests too deep");
        // The parents' lists do not grow while a child is open, so the pointer stays good.
        m_open.push_back({add(mark, tag, anchor, YamlNode{kind, lineOf(mark), {}, false, {}, {}})});
    }

    YamlNode m_root;
    std::vector<Frame> m_open;
    int m_count = 0;
};

} // namespace

const YamlNode *YamlNode::member(const QString &key) const
{
    for (const Member &each : members)
        if (each.key == key)
            return &each.value;
    return nullptr;
}

tl::expected<YamlNode, ManifestProblem> parseYaml(const QByteArray &bytes, const QString &file)
{
    const auto problem = [&](int line, const QString &message) {
        return tl::unexpected(ManifestProblem{file, line, message});
    };
    if (bytes.size() > longestFile)
        return problem(
            0, QCoreApplication::translate("bot", "the manifest is larger than 256 KB; make two plugins of it"));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError() || bytes.contains('\0'))
        return problem(0, QCoreApplication::translate("bot", "the manifest is not UTF-8 text; save it as UTF-8"));
    try {
        std::istringstream stream(bytes.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder;
        if (!parser.HandleNextDocument(builder))
            return problem(1, QCoreApplication::translate("bot", "the manifest is empty; “name:” is expected"));
        TreeBuilder second;
        if (parser.HandleNextDocument(second))
            return problem(0, QCoreApplication::translate("bot", "one YAML document is expected, there are several"));
        return builder.take();
    } catch (const YAML::Exception &error) {
        return problem(
            lineOf(error.mark),
            QCoreApplication::translate(
                "bot",
                "this is no YAML: %1; look at the indents, colons, brackets and quotes of this line and the one before")
                .arg(QString::fromStdString(error.msg)));
    } catch (const std::exception &error) {
        return problem(0, QString::fromUtf8(error.what()));
    }
}

} // namespace wardroom::bot
