using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[otel]</c>: telemetry.</summary>
public sealed record OtelSection
{
    /// <summary>Whether prompts are part of it.</summary>
    public bool? LogUserPrompt { get; init; }

    /// <summary>Environment tag.</summary>
    public string? Environment { get; init; }

    /// <summary>Exporter of logs.</summary>
    public OtelExporter? Exporter { get; init; }

    /// <summary>Exporter of traces.</summary>
    public OtelExporter? TraceExporter { get; init; }

    /// <summary>Exporter of metrics.</summary>
    public OtelExporter? MetricsExporter { get; init; }

    /// <summary>Attributes of every span.</summary>
    public IReadOnlyDictionary<string, string>? SpanAttributes { get; init; }

    /// <summary>Members of the trace state header.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Tracestate { get; init; }

    internal static OtelSection Read(TableReader table) => new()
    {
        LogUserPrompt = table.Boolean("log_user_prompt"),
        Environment = table.String("environment"),
        Exporter = OtelExporter.Read(table, "exporter"),
        TraceExporter = OtelExporter.Read(table, "trace_exporter"),
        MetricsExporter = OtelExporter.Read(table, "metrics_exporter"),
        SpanAttributes = table.StringMap("span_attributes"),
        Tracestate = OtelTraceState.Read(table),
    };
}
