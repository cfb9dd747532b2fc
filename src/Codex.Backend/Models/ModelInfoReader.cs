using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Formats.Text;

namespace Codex.Backend.Models;

/// <summary>Reads one catalog entry; members that the original requires are required here too.</summary>
internal static class ModelInfoReader
{
    /// <summary>Reads an entry.</summary>
    /// <exception cref="JsonException">A required member is missing or a member is of the wrong kind.</exception>
    public static ModelInfo Read(JsonElement entry)
    {
        // Locals keep the original's order of complaints about missing members.
        var slug = Required(entry, "slug");
        var displayName = Required(entry, "display_name");
        var levels = List(entry, "supported_reasoning_levels", isRequired: true, ReadPreset);
        var shellType = Required(entry, "shell_type");
        var visibility = Required(entry, "visibility");
        var supportedInApi = Flag(entry, "supported_in_api");
        var priority = checked((int)Number(entry, "priority"));
        return new ModelInfo
        {
            Slug = slug,
            DisplayName = displayName,
            Description = Optional(entry, "description"),
            DefaultReasoningLevel = Optional(entry, "default_reasoning_level"),
            SupportedReasoningLevels = levels,
            ShellType = shellType,
            Visibility = visibility,
            SupportedInApi = supportedInApi,
            Priority = priority,
            AdditionalSpeedTiers = List(entry, "additional_speed_tiers", isRequired: false, Text),
            ServiceTiers = List(entry, "service_tiers", isRequired: false, ReadTier),
            DefaultServiceTier = Optional(entry, "default_service_tier"),
            AvailabilityMessage = entry.Member("availability_nux") is { } announcement ? Required(announcement, "message") : null,
            Upgrade = entry.Member("upgrade") is { } upgrade ? new ModelUpgrade(Required(upgrade, "model"), Required(upgrade, "migration_markdown")) : null,
            Instructions = ReadInstructions(entry),
            SupportsReasoningSummaries = Flag(entry, "supports_reasoning_summaries"),
            DefaultReasoningSummary = Optional(entry, "default_reasoning_summary") ?? "auto",
            SupportsVerbosity = Flag(entry, "support_verbosity"),
            DefaultVerbosity = Optional(entry, "default_verbosity"),
            ApplyPatchToolType = Optional(entry, "apply_patch_tool_type"),
            WebSearchToolType = Optional(entry, "web_search_tool_type") ?? "text",
            TruncationPolicy = ReadPolicy(entry),
            SupportsParallelToolCalls = Flag(entry, "supports_parallel_tool_calls"),
            SupportsImageDetailOriginal = entry.Member("supports_image_detail_original") is { ValueKind: JsonValueKind.True },
            ContextWindow = OptionalNumber(entry, "context_window"),
            MaxContextWindow = OptionalNumber(entry, "max_context_window"),
            AutoCompactTokenLimit = OptionalNumber(entry, "auto_compact_token_limit"),
            EffectiveContextWindowPercent = OptionalNumber(entry, "effective_context_window_percent") ?? 95,
            ExperimentalSupportedTools = List(entry, "experimental_supported_tools", isRequired: true, Text),
            InputModalities = entry.Member("input_modalities") is null ? ["text", "image"] : List(entry, "input_modalities", isRequired: true, Text),
            SupportsSearchTool = entry.Member("supports_search_tool") is { ValueKind: JsonValueKind.True },
            ToolMode = ReadToolMode(entry),
        };
    }

    // A mode that this version does not know counts as none, so that newer servers can name one.
    private static string? ReadToolMode(JsonElement entry) =>
        Optional(entry, "tool_mode") is "direct" or "code_mode" or "code_mode_only" ? Optional(entry, "tool_mode") : null;

    private static ModelInstructions ReadInstructions(JsonElement entry)
    {
        var text = Required(entry, "base_instructions");
        if (entry.Member("model_messages") is not { } messages || Optional(messages, "instructions_template") is not { } template)
            return ModelInstructions.OfText(text);
        var variables = messages.Member("instructions_variables");
        var personalities = new PersonalityTexts(template, Variant("default"), Variant("friendly"), Variant("pragmatic"));
        return new ModelInstructions(() => text, () => personalities);

        string? Variant(string name) => variables is { } texts ? Optional(texts, "personality_" + name) : null;
    }

    private static TruncationPolicy ReadPolicy(JsonElement entry)
    {
        var policy = entry.Member("truncation_policy") ?? throw Missing("truncation_policy");
        var limit = Number(policy, "limit");
        return Required(policy, "mode") switch
        {
            "tokens" => TruncationPolicy.OfTokens(limit),
            "bytes" => TruncationPolicy.OfBytes(limit),
            var mode => throw new JsonException($"unknown variant `{mode}`, expected `bytes` or `tokens`"),
        };
    }

    private static ReasoningPreset ReadPreset(JsonElement preset) => new(Required(preset, "effort"), Required(preset, "description"));

    private static ServiceTier ReadTier(JsonElement tier) => new(Required(tier, "id"), Required(tier, "name"), Required(tier, "description"));

    private static List<T> List<T>(JsonElement entry, string name, bool isRequired, Func<JsonElement, T> read)
    {
        if (entry.Member(name) is not { } list)
            return isRequired ? throw Missing(name) : [];
        if (list.ValueKind != JsonValueKind.Array)
            throw new JsonException($"`{name}` is not a list");
        var values = new List<T>(list.GetArrayLength());
        foreach (var value in list.EnumerateArray())
            values.Add(read(value));
        return values;
    }

    private static string Text(JsonElement value) => value.Text() ?? throw new JsonException("expected a string");

    private static string Required(JsonElement entry, string name) => Optional(entry, name) ?? throw Missing(name);

    private static string? Optional(JsonElement entry, string name) => entry.Member(name) is { } value
        ? value.Text() ?? throw new JsonException($"`{name}` is not a string")
        : null;

    private static long Number(JsonElement entry, string name) => OptionalNumber(entry, name) ?? throw Missing(name);

    private static long? OptionalNumber(JsonElement entry, string name)
    {
        if (entry.Member(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw new JsonException($"`{name}` is not an integer");
    }

    private static bool Flag(JsonElement entry, string name) => entry.Member(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        null => throw Missing(name),
        _ => throw new JsonException($"`{name}` is not a boolean"),
    };

    private static JsonException Missing(string name) => new($"missing field `{name}`");
}
