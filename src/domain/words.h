// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <array>
#include <optional>
#include <utility>

namespace wardroom::domain {

enum class AlertSeverity { info, low, medium, high, critical };
enum class Resolution { trueAlert, falseAlert, benign };
enum class IncidentStatus { detected, triaged, containing, eradicated, recovered, reviewed };
//! FIRST's Traffic Light Protocol 2.0: with whom what is said here may be shared.
enum class Tlp { clear, green, amber, amberStrict, red };
enum class Risk { read, room, change, disrupt };
enum class Outcome { done, failed, timedOut, killed, unknown };
enum class Verdict { verified, notVerified, drifted };
enum class Via { wardroom, platform };

//! The spelling of each value on the wire. Adding a value is compatible; changing a spelling never is.
template <class E> struct Words;
template <class E, size_t N> using WordTable = std::array<std::pair<E, const char16_t *>, N>;

template <> struct Words<AlertSeverity>
{
    static constexpr WordTable<AlertSeverity, 5> all{{{AlertSeverity::info, u"info"},
                                                      {AlertSeverity::low, u"low"},
                                                      {AlertSeverity::medium, u"medium"},
                                                      {AlertSeverity::high, u"high"},
                                                      {AlertSeverity::critical, u"critical"}}};
};
template <> struct Words<Resolution>
{
    static constexpr WordTable<Resolution, 3> all{
        {{Resolution::trueAlert, u"true"}, {Resolution::falseAlert, u"false"}, {Resolution::benign, u"benign"}}};
};
template <> struct Words<IncidentStatus>
{
    static constexpr WordTable<IncidentStatus, 6> all{{{IncidentStatus::detected, u"detected"},
                                                       {IncidentStatus::triaged, u"triaged"},
                                                       {IncidentStatus::containing, u"containing"},
                                                       {IncidentStatus::eradicated, u"eradicated"},
                                                       {IncidentStatus::recovered, u"recovered"},
                                                       {IncidentStatus::reviewed, u"reviewed"}}};
};
template <> struct Words<Tlp>
{
    static constexpr WordTable<Tlp, 5> all{{{Tlp::clear, u"clear"},
                                            {Tlp::green, u"green"},
                                            {Tlp::amber, u"amber"},
                                            {Tlp::amberStrict, u"amber+strict"},
                                            {Tlp::red, u"red"}}};
};
template <> struct Words<Risk>
{
    static constexpr WordTable<Risk, 4> all{
        {{Risk::read, u"read"}, {Risk::room, u"room"}, {Risk::change, u"change"}, {Risk::disrupt, u"disrupt"}}};
};
template <> struct Words<Outcome>
{
    static constexpr WordTable<Outcome, 5> all{{{Outcome::done, u"done"},
                                                {Outcome::failed, u"failed"},
                                                {Outcome::timedOut, u"timed_out"},
                                                {Outcome::killed, u"killed"},
                                                {Outcome::unknown, u"unknown"}}};
};
template <> struct Words<Verdict>
{
    static constexpr WordTable<Verdict, 3> all{
        {{Verdict::verified, u"verified"}, {Verdict::notVerified, u"not_verified"}, {Verdict::drifted, u"drifted"}}};
};
template <> struct Words<Via>
{
    static constexpr WordTable<Via, 2> all{{{Via::wardroom, u"wardroom"}, {Via::platform, u"platform"}}};
};

template <class E> QString wordOf(E value)
{
    for (const auto &[each, word] : Words<E>::all)
        if (each == value)
            return QString::fromUtf16(word);
    return {};
}

template <class E> std::optional<E> fromWord(const QString &word)
{
    for (const auto &[each, spelling] : Words<E>::all)
        if (word == QStringView(spelling))
            return each;
    return std::nullopt;
}

} // namespace wardroom::domain
