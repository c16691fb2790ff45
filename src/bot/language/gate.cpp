// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/gate.h"

#include "bot/language/learnt.h"

#include <QDataStream>

#include <algorithm>

namespace wardroom::bot {

namespace {
constexpr int open = 1 << 20; //!< more than any line can say against it
}

const Gate &Gate::learnt()
{
    return learntGate();
}

Gate::Gate(const QByteArray &bytes) : m_asks(places), m_begin(open)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        quint32 place = 0;
        qint8 weight = 0;
        in >> place >> weight;
        m_asks[place & (places - 1)] = weight;
    }
    if (in.status() == QDataStream::Ok && count > 0)
        m_begin = 0;
}

} // namespace wardroom::bot
