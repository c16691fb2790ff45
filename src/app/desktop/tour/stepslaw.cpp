// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour.h"

#include "session/deadlines.h"
#include "ui/shell/roomheader.h"

#include <QComboBox>
#include <QLineEdit>

//! With whom it may be shared, and by when the law wants to hear of it.
namespace wardroom::app {
using namespace Qt::StringLiterals;

QCoro::Task<bool> Tour::labelAndClock()
{
    if (!co_await goTo(m_priya, m_incident.text()))
        co_return false;
    const auto opened = [this] { return m_priya.hand->dialog() != nullptr; };
    const auto closed = [this] { return m_priya.hand->dialog() == nullptr; };
    Q_EMIT m_priya.window().header()->commandWanted(ui::RoomCommand::tlp);
    if (!co_await until(opened, 5))
        co_return no(u"no sheet asks for the sharing label"_s);
    m_priya.hand->press(m_priya.hand->dialog(), u"Set"_s);
    const auto labelled = [this] {
        return m_priya.engine().book().state(m_incident).incident.tlp == domain::Tlp::amber;
    };
    if (!co_await until(labelled, 10) || !co_await until(closed, 5))
        co_return no(u"the sharing label was not set"_s);
    Q_EMIT m_priya.window().header()->commandWanted(ui::RoomCommand::legalClock);
    if (!co_await until(opened, 5))
        co_return no(u"no sheet asks for a legal clock"_s);
    const QList<QComboBox *> choices = m_priya.hand->dialog()->findChildren<QComboBox *>();
    if (choices.isEmpty())
        co_return no(u"the sheet offers no laws"_s);
    choices.first()->setCurrentIndex(choices.first()->findData(u"nis2"_s));
    for (QLineEdit *field : m_priya.hand->dialog()->findChildren<QLineEdit *>())
        if (field->accessibleName() == u"Reason")
            m_priya.hand->type(field, u"the shop serves customers in two countries"_s);
    picture(m_priya, u"legal-clock-sheet"_s);
    m_priya.hand->press(m_priya.hand->dialog(), u"Record"_s);
    const auto running = [this] { return m_mei.workspace().deadlines().lines(m_incident).size() == 2; };
    if (!co_await until(running, 10))
        co_return no(u"the other desktop sees no legal clock"_s);
    const session::DeadlineLine first = m_mei.workspace().deadlines().lines(m_incident).first();
    note(u"legal_clock"_s, first.name);
    note(u"due_in_hours"_s, (first.due - first.startedAt + 1'800'000) / 3'600'000);
    co_return true;
}

} // namespace wardroom::app
