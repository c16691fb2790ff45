// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/pdfreport.h"

#include "print/pdfpage.h"
#include "print/pdfstamp.h"
#include "report/speech.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace wardroom::print {
using namespace Qt::StringLiterals;
using namespace report;

namespace {

constexpr int kResolution = 600;
constexpr qreal kFootMillimetres = 9;

qreal dots(qreal millimetres)
{
    return millimetres / 25.4 * kResolution;
}

void drawFoot(QPainter &painter, const QRectF &page, const ReportDocument &document, int number, int count)
{
    painter.save();
    painter.setFont(reportFont(7.5));
    painter.setPen(QPen(QColor(0xdd, 0xe3, 0xea), dots(0.15)));
    const qreal top = page.bottom() - dots(kFootMillimetres) + dots(3);
    painter.drawLine(QPointF(page.left(), top), QPointF(page.right(), top));
    painter.setPen(QColor(0x5d, 0x6b, 0x7a));
    const QRectF line(page.left(), top + dots(1.5), page.width(), dots(5));
    const QString pages = translate("report", "Page %1 of %2").arg(number).arg(count);
    const qreal pagesWidth = painter.fontMetrics().horizontalAdvance(pages) + dots(5);
    const QString footer =
        painter.fontMetrics().elidedText(document.footer, Qt::ElideRight, static_cast<int>(line.width() - pagesWidth));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, footer);
    painter.drawText(line, Qt::AlignRight | Qt::AlignTop, pages);
    painter.restore();
}

void drawHead(QPainter &painter, const QRectF &page, const ReportDocument &document)
{
    painter.save();
    painter.setFont(reportFont(7.5));
    painter.setPen(QColor(0x5d, 0x6b, 0x7a));
    const QRectF line(page.left(), page.top() - dots(8), page.width(), dots(5));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(document.title, Qt::ElideRight, static_cast<int>(line.width())));
    painter.restore();
}

void drawPages(QPdfWriter &writer, const ReportDocument &document)
{
    const QRectF page(0, 0, writer.width(), writer.height());
    const qreal height = page.height() - dots(kFootMillimetres);
    QTextDocument text;
    text.documentLayout()->setPaintDevice(&writer);
    layOut(document, text);
    text.setPageSize(QSizeF(page.width(), height));
    QPainter painter(&writer);
    const int count = text.pageCount();
    for (int number = 1; number <= count; ++number) {
        if (number > 1) {
            writer.newPage();
            drawHead(painter, page, document);
        }
        painter.save();
        painter.translate(0, -(number - 1) * height);
        const QRectF part(0, (number - 1) * height, page.width(), height);
        painter.setClipRect(part);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = part;
        context.palette.setColor(QPalette::Text, QColor(0x1b, 0x23, 0x2c));
        text.documentLayout()->draw(&painter, context);
        painter.restore();
        drawFoot(painter, page, document, number, count);
    }
}

//! What makes two reports the same report.
QByteArray identityOf(const ReportDocument &document)
{
    QByteArray bytes = document.title.toUtf8() + '\0' + document.subtitle.toUtf8() + '\0' + document.footer.toUtf8();
    return Sha256::of(bytes + '\0' + QByteArray::number(document.madeAt)).bytes();
}

} // namespace

Result<void> writePdf(const ReportDocument &document, const QString &path)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return fail(ErrorKind::unsupported, translate("report", "A PDF needs a program with fonts."));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(kResolution);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(20, 20, 20, 14),
                                         QPageLayout::Millimeter));
        writer.setTitle(document.title);
        writer.setCreator(u"Wardroom "_s + QStringLiteral(WARDROOM_VERSION));
        drawPages(writer, document);
    }
    const QByteArray pdf = stamped(buffer.data(), document.madeAt, identityOf(document));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.commit())
        return fail(ErrorKind::storage, translate("report", "%1 cannot be written: %2").arg(path, file.errorString()));
    return {};
}

} // namespace wardroom::print
