// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QString>
#include <compare>

namespace wardroom {

//! A text id that cannot be mistaken for another kind of id. Empty means "none".
template <class Tag> class StrongId
{
public:
    StrongId() = default;
    explicit StrongId(QString text) : m_text(std::move(text)) {}

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const StrongId &a, const StrongId &b) { return a.m_text == b.m_text; }
    friend std::strong_ordering operator<=>(const StrongId &a, const StrongId &b)
    {
        const int order = QString::compare(a.m_text, b.m_text);
        return order < 0 ? std::strong_ordering::less
                         : (order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal);
    }
    friend size_t qHash(const StrongId &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

} // namespace wardroom
