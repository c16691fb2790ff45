// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/canonicalscan.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace wardroom {

namespace {

constexpr int kDeepest = 64;
constexpr std::string_view kLargest = "9007199254740991"; // 2^53 - 1

//! A key as it stands between its quotes.
struct Key
{
    std::string_view raw;
    bool plain = true; //!< ASCII without escapes: its bytes are in the order of its UTF-16

    QString text() const
    {
        const QByteArray json = "{\"" + QByteArray(raw.data(), static_cast<qsizetype>(raw.size())) + "\":0}";
        return QJsonDocument::fromJson(json).object().begin().key();
    }
    bool isBefore(const Key &other) const { return plain && other.plain ? raw < other.raw : text() < other.text(); }
};

//! Goes over the bytes; each function leaves m_at behind what it names, or answers false.
class Scan
{
public:
    //! \a members takes those of the whole object; may be null.
    explicit Scan(std::string_view bytes, std::vector<CanonicalMember> *members = nullptr)
        : m_bytes(bytes)
        , m_members(members)
    {}

    bool wholeObject() { return peek() == '{' && object(0) && m_at == m_bytes.size(); }

private:
    char peek() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }
    bool take(char c)
    {
        if (m_at >= m_bytes.size() || m_bytes[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    bool word(std::string_view text)
    {
        if (m_bytes.substr(m_at, text.size()) != text)
            return false;
        m_at += text.size();
        return true;
    }

    bool value(int depth)
    {
        if (depth > kDeepest)
            return false;
        switch (peek()) {
        case '{': return object(depth);
        case '[': return array(depth);
        case '"': {
            Key ignored;
            return string(ignored);
        }
        case 't': return word("true");
        case 'f': return word("false");
        case 'n': return word("null");
        default: return number();
        }
    }

    bool object(int depth)
    {
        ++m_at;
        if (take('}'))
            return true;
        Key last;
        for (bool first = true;; first = false) {
            Key key;
            if (!string(key) || (!first && !last.isBefore(key)) || !take(':'))
                return false;
            const std::size_t begin = m_at;
            if (!value(depth + 1))
                return false;
            if (m_members && depth == 0)
                m_members->push_back({key.raw, m_bytes.substr(begin, m_at - begin)});
            last = key;
            if (take('}'))
                return true;
            if (!take(','))
                return false;
        }
    }

    bool array(int depth)
    {
        ++m_at;
        if (take(']'))
            return true;
        for (;;) {
            if (!value(depth + 1))
                return false;
            if (take(']'))
                return true;
            if (!take(','))
                return false;
        }
    }

    bool string(Key &key)
    {
        if (!take('"'))
            return false;
        const std::size_t begin = m_at;
        if (word("\xef\xbb\xbf")) // Qt's reader drops it, so there would be two spellings of one text
            return false;
        for (; m_at < m_bytes.size(); ++m_at) {
            const auto c = static_cast<unsigned char>(m_bytes[m_at]);
            if (c == '"') {
                key.raw = m_bytes.substr(begin, m_at - begin);
                ++m_at;
                return true;
            }
            if (c < 0x20)
                return false;
            if (c >= 0x80)
                key.plain = false;
            if (c == '\\') {
                key.plain = false;
                if (!escape())
                    return false;
            }
        }
        return false;
    }

    //! Leaves m_at at its last character. RFC 8785 §3.2.2.2: the short form where there is one, and nothing that
    //! could stand as itself.
    bool escape()
    {
        ++m_at;
        constexpr std::string_view shortForms = "\"\\bfnrt";
        if (m_at < m_bytes.size() && shortForms.find(m_bytes[m_at]) != std::string_view::npos)
            return true;
        const std::string_view code = m_bytes.substr(m_at, 5);
        if (code.size() < 5 || code.substr(0, 3) != "u00" || (code[3] != '0' && code[3] != '1'))
            return false;
        const bool hexadecimal = (code[4] >= '0' && code[4] <= '9') || (code[4] >= 'a' && code[4] <= 'f');
        const bool hasShortForm = code[3] == '0' && std::string_view("89acd").find(code[4]) != std::string_view::npos;
        m_at += 4;
        return hexadecimal && !hasShortForm;
    }

    bool number()
    {
        const bool negative = take('-');
        const std::size_t begin = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        const std::string_view digits = m_bytes.substr(begin, m_at - begin);
        if (digits.empty() || (digits[0] == '0' && (digits.size() > 1 || negative)))
            return false;
        return digits.size() < kLargest.size() || (digits.size() == kLargest.size() && digits <= kLargest);
    }

    const std::string_view m_bytes;
    std::vector<CanonicalMember> *m_members;
    std::size_t m_at = 0;
};

} // namespace

bool isCanonicalObject(const QByteArray &bytes)
{
    return bytes.isValidUtf8() && Scan({bytes.constData(), static_cast<std::size_t>(bytes.size())}).wholeObject();
}

std::optional<std::vector<CanonicalMember>> canonicalMembers(const QByteArray &bytes)
{
    std::vector<CanonicalMember> members;
    members.reserve(16);
    Scan scan({bytes.constData(), static_cast<std::size_t>(bytes.size())}, &members);
    return bytes.isValidUtf8() && scan.wholeObject() ? std::optional(std::move(members)) : std::nullopt;
}

} // namespace wardroom
