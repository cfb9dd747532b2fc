using System.Text.Json;
using Codex.Formats.Text;

namespace Codex.Backend.Models;

/// <summary>Writes catalog entries with the members and in the order of the original (<c>codex-rs/protocol/src/openai_models.rs</c>).</summary>
internal static class ModelInfoWriter
{
    /// <summary>Writes an object with the member <c>models</c> only.</summary>
    public static void WriteCatalog(Utf8JsonWriter json, IReadOnlyList<ModelInfo> models)
    {
        json.WriteStartObject();
        WriteList(json, "models", models, Write);
        json.WriteEndObject();
    }

    /// <summary>Writes a list of entries as a member.</summary>
    public static void WriteModels(Utf8JsonWriter json, IReadOnlyList<ModelInfo> models) => WriteList(json, "models", models, Write);

    private static void Write(Utf8JsonWriter json, ModelInfo model)
    {
        json.WriteStartObject();
        WriteIdentity(json, model);
        WriteInstructions(json, model.Instructions);
        WriteCapabilities(json, model);
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, ModelInfo model)
    {
        json.WriteString("slug", model.Slug);
        json.WriteString("display_name", model.DisplayName);
        json.WriteString("description", model.Description);
        WriteIfPresent(json, "default_reasoning_level", model.DefaultReasoningLevel);
        WriteList(json, "supported_reasoning_levels", model.SupportedReasoningLevels, WritePreset);
        json.WriteString("shell_type", model.ShellType);
        json.WriteString("visibility", model.Visibility);
        json.WriteBoolean("supported_in_api", model.SupportedInApi);
        json.WriteNumber("priority", model.Priority);
        WriteTexts(json, "additional_speed_tiers", model.AdditionalSpeedTiers);
        WriteList(json, "service_tiers", model.ServiceTiers, WriteTier);
        WriteIfPresent(json, "default_service_tier", model.DefaultServiceTier);
        WriteNotices(json, model);
    }

    private static void WriteNotices(Utf8JsonWriter json, ModelInfo model)
    {
        WriteObject(json, "availability_nux", ("message", model.AvailabilityMessage));
        WriteObject(json, "upgrade", ("model", model.Upgrade?.Model), ("migration_markdown", model.Upgrade?.MigrationMarkdown));
    }

    private static void WriteInstructions(Utf8JsonWriter json, ModelInstructions instructions)
    {
        json.WriteString("base_instructions", instructions.Base);
        if (instructions.Personalities is not { } personalities)
            return;
        json.WriteStartObject("model_messages");
        json.WriteString("instructions_template", personalities.Template);
        json.WriteStartObject("instructions_variables");
        json.WriteString("personality_default", personalities.Default);
        json.WriteString("personality_friendly", personalities.Friendly);
        json.WriteString("personality_pragmatic", personalities.Pragmatic);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCapabilities(Utf8JsonWriter json, ModelInfo model)
    {
        json.WriteBoolean("supports_reasoning_summaries", model.SupportsReasoningSummaries);
        json.WriteString("default_reasoning_summary", model.DefaultReasoningSummary);
        json.WriteBoolean("support_verbosity", model.SupportsVerbosity);
        json.WriteString("default_verbosity", model.DefaultVerbosity);
        json.WriteString("apply_patch_tool_type", model.ApplyPatchToolType);
        json.WriteString("web_search_tool_type", model.WebSearchToolType);
        WritePolicy(json, model.TruncationPolicy);
        json.WriteBoolean("supports_parallel_tool_calls", model.SupportsParallelToolCalls);
        json.WriteBoolean("supports_image_detail_original", model.SupportsImageDetailOriginal);
        WriteIfPresent(json, "context_window", model.ContextWindow);
        WriteIfPresent(json, "max_context_window", model.MaxContextWindow);
        WriteIfPresent(json, "auto_compact_token_limit", model.AutoCompactTokenLimit);
        json.WriteNumber("effective_context_window_percent", model.EffectiveContextWindowPercent);
        WriteTexts(json, "experimental_supported_tools", model.ExperimentalSupportedTools);
        WriteTexts(json, "input_modalities", model.InputModalities);
        json.WriteBoolean("supports_search_tool", model.SupportsSearchTool);
        WriteIfPresent(json, "tool_mode", model.ToolMode);
    }

    private static void WritePolicy(Utf8JsonWriter json, TruncationPolicy policy)
    {
        json.WriteStartObject("truncation_policy");
        json.WriteString("mode", policy.Unit == TruncationUnit.Tokens ? "tokens" : "bytes");
        json.WriteNumber("limit", policy.Limit);
        json.WriteEndObject();
    }

    private static void WritePreset(Utf8JsonWriter json, ReasoningPreset preset)
    {
        json.WriteStartObject();
        json.WriteString("effort", preset.Effort);
        json.WriteString("description", preset.Description);
        json.WriteEndObject();
    }

    private static void WriteTier(Utf8JsonWriter json, ServiceTier tier)
    {
        json.WriteStartObject();
        json.WriteString("id", tier.Id);
        json.WriteString("name", tier.Name);
        json.WriteString("description", tier.Description);
        json.WriteEndObject();
    }

    // Null when the first member is.
    private static void WriteObject(Utf8JsonWriter json, string name, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        if (members[0].Value is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var (member, value) in members)
            json.WriteString(member, value);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            write(json, value);
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> values) =>
        WriteList(json, name, values, static (writer, value) => writer.WriteStringValue(value));

    private static void WriteIfPresent(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void WriteIfPresent(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }
}
