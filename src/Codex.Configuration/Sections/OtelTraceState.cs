using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>Reads <c>otel.tracestate</c>: members, each a map of fields.</summary>
internal static class OtelTraceState
{
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Read(TableReader table) =>
        table.Section<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>>("tracestate", "a map", static members =>
        {
            var result = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
            foreach (var entry in members.Table.Entries)
            {
                if (members.StringMap(entry.Key) is { } fields)
                    result[entry.Key] = fields;
            }

            return result;
        });
}
