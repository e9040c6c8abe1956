#pragma once

#include "ui/common/tokens.h"

#include <QDBusVariant>
#include <QObject>

/// Whether the desktop wants light or dark, as its portal says it: asked for once and heard of at
/// each change. Silent where there is no portal. Qt 6.4 itself does not tell.
class DesktopScheme final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopScheme(QObject* parent = nullptr);

signals:
    void changed(ui::Scheme scheme);

private slots:
    void hear(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask();
    void take(const QVariant& value);
};
