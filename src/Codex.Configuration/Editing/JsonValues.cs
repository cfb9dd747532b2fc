using System.Text.Json;
using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Values that programs send to be written.</summary>
internal static class JsonValues
{
    /// <summary>The value as TOML; null for JSON null.</summary>
    /// <exception cref="ConfigWriteException">TOML has no such value.</exception>
    public static TomlValue? Read(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null)
            return null;
        Check(element);
        return TomlJson.FromJson(element);
    }

    private static void Check(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                throw ConfigWriteException.Invalid("invalid value: invalid type: null, expected any valid TOML value");
            case JsonValueKind.Number when element.TryGetUInt64(out var number) && number > long.MaxValue:
                throw ConfigWriteException.Invalid("invalid value: u64 value was too large");
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Check(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Check(property.Value);
                break;
        }
    }
}
