using Codex.Formats.Json.Shapes;

namespace Codex.Backend.Models;

/// <summary>What a catalog must look like, so that complaints read as the original's (<c>codex-rs/protocol/src/openai_models.rs</c>).</summary>
internal static class ModelCatalogShape
{
    /// <summary>A catalog file, or the answer of a server.</summary>
    public static JsonShape Create() => JsonShape.RecordOf("ModelsResponse", Models());

    /// <summary>The cache.</summary>
    public static JsonShape CreateCache() => JsonShape.RecordOf(
        "ModelsCache", new("fetched_at", JsonShape.Text), Nullable("etag", JsonShape.Text), Nullable("client_version", JsonShape.Text), Models());

    private static JsonField Models() => new("models", JsonShape.ListOf(Model()));

    private static JsonShape Model() => JsonShape.RecordOf(
        "ModelInfo",
        new("slug", JsonShape.Text),
        new("display_name", JsonShape.Text),
        Nullable("description", JsonShape.Text),
        Nullable("default_reasoning_level", Effort()),
        new("supported_reasoning_levels", JsonShape.ListOf(Record("ReasoningEffortPreset", new("effort", Effort()), new("description", JsonShape.Text)))),
        new("shell_type", JsonShape.OneOf("default", "local", "unified_exec", "disabled", "shell_command")),
        new("visibility", JsonShape.OneOf("list", "hide", "none")),
        new("supported_in_api", JsonShape.Boolean),
        new("priority", JsonShape.Int32),
        Defaulted("additional_speed_tiers", Texts()),
        Defaulted("service_tiers", JsonShape.ListOf(TextRecord("ModelServiceTier", "id", "name", "description"))),
        Nullable("default_service_tier", JsonShape.Text),
        Nullable("availability_nux", TextRecord("ModelAvailabilityNux", "message")),
        Nullable("upgrade", TextRecord("ModelInfoUpgrade", "model", "migration_markdown")),
        new("base_instructions", JsonShape.Text),
        Nullable("model_messages", Messages()),
        new("supports_reasoning_summaries", JsonShape.Boolean),
        Defaulted("default_reasoning_summary", JsonShape.OneOf("auto", "concise", "detailed", "none")),
        new("support_verbosity", JsonShape.Boolean),
        Nullable("default_verbosity", JsonShape.OneOf("low", "medium", "high")),
        Nullable("apply_patch_tool_type", JsonShape.OneOf("freeform")),
        Defaulted("web_search_tool_type", JsonShape.OneOf("text", "text_and_image")),
        new("truncation_policy", Record("TruncationPolicyConfig", new("mode", JsonShape.OneOf("bytes", "tokens")), new("limit", JsonShape.Int64))),
        new("supports_parallel_tool_calls", JsonShape.Boolean),
        Defaulted("supports_image_detail_original", JsonShape.Boolean),
        Nullable("context_window", JsonShape.Int64),
        Nullable("max_context_window", JsonShape.Int64),
        Nullable("auto_compact_token_limit", JsonShape.Int64),
        Defaulted("effective_context_window_percent", JsonShape.Int64),
        new("experimental_supported_tools", Texts()),
        Defaulted("input_modalities", JsonShape.ListOf(JsonShape.OneOf("text", "image"))),
        Defaulted("supports_search_tool", JsonShape.Boolean),
        Nullable("tool_mode", JsonShape.Text));

    private static JsonShape Effort() => JsonShape.OneOf("none", "minimal", "low", "medium", "high", "xhigh");

    private static JsonShape Messages() => Record(
        "ModelMessages",
        Nullable("instructions_template", JsonShape.Text),
        Nullable("instructions_variables", Record(
            "ModelInstructionsVariables",
            Nullable("personality_default", JsonShape.Text),
            Nullable("personality_friendly", JsonShape.Text),
            Nullable("personality_pragmatic", JsonShape.Text))));

    private static JsonShape Texts() => JsonShape.ListOf(JsonShape.Text);

    private static JsonShape Record(string name, params ReadOnlySpan<JsonField> fields) => JsonShape.RecordOf(name, [.. fields]);

    private static JsonShape TextRecord(string name, params ReadOnlySpan<string> fields)
    {
        var texts = new JsonField[fields.Length];
        for (var index = 0; index < fields.Length; index++)
            texts[index] = new JsonField(fields[index], JsonShape.Text);
        return JsonShape.RecordOf(name, [.. texts]);
    }

    private static JsonField Nullable(string name, JsonShape shape) => new(name, shape, JsonFieldPresence.Nullable);

    private static JsonField Defaulted(string name, JsonShape shape) => new(name, shape, JsonFieldPresence.Defaulted);
}
