// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/learnt.h"

#include <QDataStream>
#include <QMap>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

const char *const learntText =
#include "bot/language/learnt.inc"
    ;

QMap<QString, QByteArray> unpacked()
{
    QDataStream in(qUncompress(QByteArray::fromBase64(learntText)));
    in.setVersion(QDataStream::Qt_6_0);
    QMap<QString, QByteArray> parts;
    in >> parts;
    return parts;
}

struct Learnt
{
    explicit Learnt(const QMap<QString, QByteArray> &parts)
        : model(parts.value(u"model"_s))
        , gist(parts.value(u"gist"_s))
        , tagger(parts.value(u"tagger"_s))
        , consent(parts.value(u"consent"_s))
        , gate(parts.value(u"gate"_s))
    {}

    Network model;
    Weights gist;
    Weights tagger;
    Weights consent;
    Gate gate;
};

const Learnt &learnt()
{
    static const Learnt all(unpacked());
    return all;
}

} // namespace

const Network &learntModel()
{
    return learnt().model;
}

const Weights &learntGist()
{
    return learnt().gist;
}

const Weights &learntTagger()
{
    return learnt().tagger;
}

const Weights &learntConsent()
{
    return learnt().consent;
}

const Gate &learntGate()
{
    return learnt().gate;
}

} // namespace wardroom::bot
