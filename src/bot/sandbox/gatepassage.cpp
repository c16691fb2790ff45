// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/gatepassage.h"

#include "base/plaintext.h"
#include "bot/catalogue/manifestnetwork.h"

#include <QNetworkProxy>
#include <QRegularExpression>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestHead = 8 * 1024;
constexpr int kBlock = 64 * 1024;
constexpr int kMostWaiting = 4 * kBlock; //!< bytes on their way to a side that is slow
constexpr int kAskingMs = 10'000;
constexpr int kConnectingMs = 10'000;
constexpr int kIdleMs = 120'000;

} // namespace

std::optional<AskedPlace> askedPlace(const QByteArray &request)
{
    static const QRegularExpression connectTo(QRegularExpression::anchoredPattern(
        u"CONNECT (?:\\[([0-9A-Fa-f:.]{2,45})\\]|([A-Za-z0-9._-]{1,253})):([0-9]{1,5}) HTTP/1\\.[01]"_s));
    const auto match = connectTo.match(QString::fromLatin1(request));
    if (!match.hasMatch())
        return {};
    return AskedPlace{match.captured(1).isEmpty() ? match.captured(2) : match.captured(1), match.captured(3).toInt()};
}

GatePassage::GatePassage(NetworkGate &gate, QLocalSocket *inside, QObject *parent)
    : QObject(parent)
    , m_gate(gate)
    , m_inside(inside)
{
    m_inside->setParent(this);
    m_inside->setReadBufferSize(kBlock);
    m_outside.setReadBufferSize(kBlock);
    m_outside.setProxy(QNetworkProxy::NoProxy);
    m_patience.setSingleShot(true);
    m_patience.start(kAskingMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_stage == Stage::connecting)
            tryNext();
        else
            end();
    });
    connect(m_inside, &QLocalSocket::readyRead, this, &GatePassage::read);
    connect(m_inside, &QLocalSocket::disconnected, this, &GatePassage::end);
    connect(m_inside, &QLocalSocket::bytesWritten, this, [this] { carry(m_outside, *m_inside); });
    connect(&m_outside, &QTcpSocket::connected, this, &GatePassage::open);
    connect(&m_outside, &QTcpSocket::readyRead, this, [this] { carry(m_outside, *m_inside); });
    connect(&m_outside, &QTcpSocket::bytesWritten, this, [this] { carry(*m_inside, m_outside); });
    connect(&m_outside, &QTcpSocket::errorOccurred, this, [this] {
        if (m_stage == Stage::connecting)
            tryNext();
    });
    connect(&m_outside, &QTcpSocket::disconnected, this, [this] {
        if (m_stage == Stage::open)
            end();
    });
    QMetaObject::invokeMethod(this, &GatePassage::read, Qt::QueuedConnection); // what came before we listened
}

//! What its sockets say while they go is for nobody.
GatePassage::~GatePassage()
{
    m_stage = Stage::ended;
    m_outside.disconnect(this);
    m_inside->disconnect(this);
}

void GatePassage::read()
{
    if (m_stage == Stage::open)
        return carry(*m_inside, m_outside);
    if (m_stage != Stage::asked)
        return;
    // Byte by byte to the empty line: what follows it belongs to the connection that is not there yet.
    while (m_inside->bytesAvailable() > 0 && !m_head.endsWith("\r\n\r\n")) {
        m_head += m_inside->read(1);
        if (m_head.size() > kLongestHead)
            return refuse("431 Too Large", tr("A request to the proxy is at most 8 KB."));
    }
    if (m_head.endsWith("\r\n\r\n"))
        judge(m_head.left(m_head.indexOf('\r')));
}

void GatePassage::judge(const QByteArray &request)
{
    const std::optional<AskedPlace> asked = askedPlace(request);
    if (!asked) {
        m_wanted = shownPlainly(QString::fromLatin1(request), 80);
        return refuse("405 Only CONNECT",
                      tr("Only CONNECT to a declared host and port is understood, not: %1").arg(m_wanted));
    }
    const QString host = asked->host.toLower();
    m_port = asked->port;
    m_wanted =
        shownPlainly(u"%1:%2"_s.arg(asked->host).arg(m_port), 120); // as it was said: a secret in it has to be found
    const NetworkNeed *need = m_gate.find(host, m_port);
    if (!need)
        return refuse(
            "403 Not declared",
            tr("%1 is not among the places that this command declares, so it was not reached.").arg(m_wanted));
    m_stage = Stage::connecting;
    m_patience.start(kConnectingMs);
    m_gate.lookUp(host, this, [this, need = *need](const QList<QHostAddress> &addresses) { reach(need, addresses); });
}

void GatePassage::reach(const NetworkNeed &need, const QList<QHostAddress> &addresses)
{
    if (m_stage != Stage::connecting)
        return;
    for (const QHostAddress &address : addresses)
        if (mayReach(need, address))
            m_left.append(address);
    if (m_left.isEmpty() && !addresses.isEmpty())
        return refuse("403 Not outside",
                      tr("%1 leads to %2, which is no place outside; a network of one's own has to be declared.")
                          .arg(m_wanted, addresses.first().toString()));
    tryNext();
}

void GatePassage::tryNext()
{
    if (m_left.isEmpty())
        return refuse("502 Not reached", tr("%1 cannot be reached.").arg(m_wanted));
    const QHostAddress address = m_left.takeFirst();
    m_outside.abort();
    m_patience.start(kConnectingMs);
    m_outside.connectToHost(address, quint16(m_port)); // the address that was judged, never the name again
}

void GatePassage::open()
{
    m_stage = Stage::open;
    m_left.clear();
    m_patience.start(kIdleMs);
    m_inside->write("HTTP/1.1 200 Connection established\r\n\r\n");
    carry(*m_inside, m_outside);
}

void GatePassage::carry(QIODevice &from, QIODevice &to)
{
    while (m_stage == Stage::open && from.bytesAvailable() > 0 && to.bytesToWrite() < kMostWaiting) {
        const QByteArray block = from.read(kBlock);
        if (block.isEmpty())
            return;
        if (!m_gate.count(block.size())) {
            Q_EMIT refused(
                tr("More than %1 MB went through, and the connections were ended.").arg(NetworkGate::kMostBytes >> 20));
            return end();
        }
        to.write(block);
        m_patience.start(kIdleMs);
    }
}

void GatePassage::refuse(const QByteArray &status, const QString &sentence)
{
    if (m_stage == Stage::ended)
        return;
    Q_EMIT refused(sentence);
    const QByteArray body = sentence.toUtf8() + '\n';
    m_inside->write("HTTP/1.1 " + status +
                    "\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: " +
                    QByteArray::number(body.size()) + "\r\n\r\n" + body);
    end();
}

void GatePassage::end()
{
    if (m_stage == Stage::ended)
        return;
    // What came in before the end still goes out.
    if (m_stage == Stage::open) {
        m_inside->write(m_outside.readAll());
        m_outside.write(m_inside->readAll());
    }
    m_stage = Stage::ended;
    m_patience.stop();
    m_outside.disconnectFromHost();
    m_inside->disconnectFromServer();
    QTimer::singleShot(m_inside->state() == QLocalSocket::UnconnectedState ? 0 : 2000, this, &QObject::deleteLater);
    connect(m_inside, &QLocalSocket::disconnected, this, &QObject::deleteLater);
}

} // namespace wardroom::bot
