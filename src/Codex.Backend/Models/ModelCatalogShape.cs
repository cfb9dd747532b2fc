using Codex.Formats.Json.Shapes;

namespace Codex.Backend.Models;

/// <summary>What a catalog file must look like, so that complaints read as the original's (<c>codex-rs/protocol/src/openai_models.rs</c>).</summary>
internal static class ModelCatalogShape
{
    /// <summary>The whole file.</summary>
    public static JsonShape Create() => JsonShape.RecordOf("ModelsResponse", new JsonField("models", JsonShape.ListOf(Model())));

    private static JsonShape Model() => JsonShape.RecordOf(
        "ModelInfo",
        new JsonField("slug", JsonShape.Text),
        new JsonField("display_name", JsonShape.Text),
        new JsonField("description", JsonShape.Text, JsonFieldPresence.Nullable),
        new JsonField("supported_reasoning_levels", JsonShape.ListOf(JsonShape.Any)),
        new JsonField("shell_type", JsonShape.Text),
        new JsonField("visibility", JsonShape.Text),
        new JsonField("supported_in_api", JsonShape.Boolean),
        new JsonField("priority", JsonShape.Int32),
        new JsonField("base_instructions", JsonShape.Text),
        new JsonField("supports_reasoning_summaries", JsonShape.Boolean),
        new JsonField("support_verbosity", JsonShape.Boolean),
        new JsonField("truncation_policy", JsonShape.Any),
        new JsonField("supports_parallel_tool_calls", JsonShape.Boolean),
        new JsonField("experimental_supported_tools", JsonShape.ListOf(JsonShape.Text)));
}
