// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "connectors/securitytool.h"

#include <QMap>

namespace wardroom::connectors {

//! How a tool's JSON becomes alerts: a small YAML (or JSON) file. resources/mappings holds examples.
//!
//! `name`: the tool's name. `list`: path of the list of alerts; without it the body is one alert or a list of them.
//! `fields`: for each of id, scenario, title, severity, source, target, detail, first, last, count a path such as
//! `labels.severity` or `hosts.0.name`, or a list of paths: the first that is there counts (of id: all, joined).
//! `severity`: the tool's words for Wardroom's. `only`: paths and the text they must have; others are passed over.
class AlertMapping
{
public:
    //! ErrorKind::invalid names the line and what was expected.
    static Result<AlertMapping> fromYaml(const QByteArray &yaml);

    //! All alerts of \a body, or an error and none. A list that is null or absent is empty. Wrong types, JSON nested
    //! deeper than 64 and more than kMost alerts are errors. The raw bytes of a single alert are the whole body as
    //! sent; of several, each one as compact JSON.
    Result<QList<RawAlert>> apply(const QByteArray &body) const;

    const QString &name() const { return m_name; }
    static constexpr qsizetype kMost = 1'000;

private:
    Result<RawAlert> one(const QJsonObject &alert, const QByteArray &raw) const;
    bool isWanted(const QJsonObject &alert) const;

    QString m_name;
    QStringList m_list;
    QMap<QString, QList<QStringList>> m_fields;
    QMap<QString, QString> m_severities;
    QMap<QString, QString> m_only;
};

} // namespace wardroom::connectors
