// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardpage.h"

#include "base/plaintext.h"
#include "models/times.h"
#include "ui/theme/badges.h"
#include "ui/theme/pieces.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QProgressBar>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

//! A card with the incident's colour along its upper edge; a click or Enter opens the room.
class BoardCardFrame final : public QFrame
{
public:
    BoardCardFrame(const Theme &theme, QColor edge, std::function<void()> open)
        : m_theme(theme)
        , m_edge(std::move(edge))
        , m_open(std::move(open))
    {
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &t = m_theme.tokens();
        QPainterPath outline;
        outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        painter.fillPath(outline, t.raised);
        painter.strokePath(outline, QPen(hasFocus() ? t.accent : t.line, hasFocus() ? 2 : 1));
        QPainterPath whole;
        whole.addRoundedRect(QRectF(rect()), 8, 8);
        painter.setClipRect(0, 0, width(), 3);
        painter.fillPath(whole, m_edge);
    }
    void mouseReleaseEvent(QMouseEvent *) override { m_open(); }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
            m_open();
        else
            QFrame::keyPressEvent(event);
    }

private:
    const Theme &m_theme;
    QColor m_edge;
    std::function<void()> m_open;
};

} // namespace

BoardPage::BoardPage(const Theme &theme, QWidget *parent) : PageFrame(tr("Status board"), {}, parent), m_theme(theme)
{
    auto *ask = makeButton(tr("Ask about an incident…"));
    connect(ask, &QPushButton::clicked, this, &BoardPage::askWanted);
    addHeadWidget(ask);
    m_figures = new QGridLayout;
    m_cards = new QGridLayout;
    for (QGridLayout *grid : {m_figures, m_cards}) {
        grid->setContentsMargins(0, 0, 0, 8);
        grid->setSpacing(14);
        body()->addLayout(grid);
    }
    m_none = makeText(tr("No incident is open. When one is, this page says in plain words what is going on and when "
                         "the next update comes."),
                      "muted");
    body()->addWidget(m_none);
    body()->addStretch();
    connect(&theme, &Theme::changed, this, &BoardPage::refill);
    setView({});
}

void BoardPage::setView(const session::BoardView &view)
{
    m_view = view;
    QStringList parts{tr("Plain-language view")};
    if (view.updatedAt > 0)
        parts << tr("updated %1").arg(models::clockText(view.updatedAt));
    parts << tr("nothing here can change anything");
    setSentence(parts.join(u" · "_s));
    refill();
}

QWidget *BoardPage::makeFigure(const QString &name, const QString &figure, const QString &note)
{
    auto *card = makeFrame("card");
    auto *column = new QVBoxLayout(card);
    setMargins(column, 17, 14, 17, 14, 2);
    column->addWidget(makeLabel(name, "muted"));
    column->addWidget(makeLabel(figure, "figure"));
    column->addWidget(makeLabel(note, "muted"));
    return card;
}

QWidget *BoardPage::makeCard(const session::BoardCard &card)
{
    const Tokens &t = m_theme.tokens();
    const BadgeStyle style = severityBadge(card.severity, t);
    auto *frame = new BoardCardFrame(m_theme, card.severity <= 2 ? style.fill : t.line,
                                     [this, room = card.room] { Q_EMIT roomWanted(room); });
    frame->setAccessibleName(tr("%1, %2. %3 %4").arg(style.text, card.title, card.words, card.footer));
    auto *column = new QVBoxLayout(frame);
    setMargins(column, 17, 18, 17, 16, 7);
    auto *badge = new BadgeLabel(m_theme);
    badge->setBadge(style);
    column->addWidget(badge);
    QLabel *title = makeLabel(shownPlainly(card.title, 200), "cardtitle");
    title->setWordWrap(true);
    column->addWidget(title);
    QLabel *words = makeLabel(shownPlainly(card.words, 1000), "");
    words->setWordWrap(true);
    column->addWidget(words);
    auto *bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setRange(0, 100);
    bar->setValue(std::clamp(card.progress, 0, 100));
    bar->setAccessibleName(tr("How far %1 is").arg(card.title));
    column->addWidget(bar);
    QLabel *footer = makeLabel(shownPlainly(card.footer, 300), "muted");
    footer->setWordWrap(true);
    column->addWidget(footer);
    column->addStretch();
    return frame;
}

void BoardPage::refill()
{
    emptyLayout(m_figures);
    emptyLayout(m_cards);
    const auto duration = [](const std::optional<qint64> &ms) { return ms ? models::durationText(*ms) : u"–"_s; };
    const int month = static_cast<int>(m_view.incidents30Days);
    const QString median = month == 0   ? tr("no incident in 30 days")
                           : month == 1 ? tr("one incident")
                                        : tr("median · %n incidents", nullptr, month);
    const int worst = static_cast<int>(std::count_if(
        m_view.cards.begin(), m_view.cards.end(), [](const auto &card) { return card.severity == 1 && !card.closed; }));
    const QString gravest = m_view.open == 0 ? tr("all quiet")
                            : worst == 0     ? tr("none is SEV1")
                            : worst == 1     ? tr("one is SEV1")
                                             : tr("%n are SEV1", nullptr, worst);
    const QList<QWidget *> figures{
        makeFigure(tr("Open incidents"), QString::number(m_view.open), gravest),
        makeFigure(tr("Time to acknowledge, 30 days"), duration(m_view.medianAcknowledge), median),
        makeFigure(tr("Time to recover, 30 days"), duration(m_view.medianRecover), median)};
    for (int i = 0; i < figures.size(); ++i)
        m_figures->addWidget(figures.at(i), i / m_columns, i % m_columns);
    for (int i = 0; i < m_view.cards.size(); ++i)
        m_cards->addWidget(makeCard(m_view.cards.at(i)), i / m_columns, i % m_columns, Qt::AlignTop);
    for (int i = 0; i < 3; ++i)
        for (QGridLayout *grid : {m_figures, m_cards})
            grid->setColumnStretch(i, i < m_columns ? 1 : 0);
    m_none->setVisible(m_view.cards.isEmpty());
}

void BoardPage::resizeEvent(QResizeEvent *event)
{
    PageFrame::resizeEvent(event);
    const int columns = width() < 620 ? 1 : (width() < 860 ? 2 : 3);
    if (columns == m_columns)
        return;
    m_columns = columns;
    refill();
}

} // namespace wardroom::ui
