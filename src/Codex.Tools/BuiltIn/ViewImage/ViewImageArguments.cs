using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Codex.Execution;
using Codex.Formats.Json.Shapes;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Tools.BuiltIn.ViewImage;

/// <summary>The arguments of <c>view_image</c>.</summary>
/// <param name="Path">The file, possibly relative.</param>
/// <param name="Detail">How closely to look; null for the default.</param>
internal sealed record ViewImageArguments(string Path, string? Detail)
{
    private static readonly JsonShape s_shape = JsonShape.RecordOf(
        "ViewImageArgs",
        new("path", JsonShape.Text),
        new(EnvironmentArgument.Name, JsonShape.Text, JsonFieldPresence.Nullable),
        new("detail", JsonShape.Text, JsonFieldPresence.Nullable));

    /// <summary>Reads the arguments; the error is what the model is told.</summary>
    public static bool TryParse(string json, [NotNullWhen(true)] out ViewImageArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        arguments = null;
        if (!JsonShapeCheck.TryParse(json, s_shape, out var value, out error))
        {
            error = $"failed to parse function arguments: {error}";
            return false;
        }

        var detail = value.TryGetProperty("detail", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        if (detail is not (null or "high" or "original"))
        {
            error = "view_image.detail only supports `high` or `original`; omit `detail` for default high resized behavior, "
                + $"got `{detail}`";
            return false;
        }

        error = EnvironmentArgument.WhyNot(value, ExecutionEnvironments.Local);
        if (error is not null)
            return false;
        arguments = new ViewImageArguments(value.GetProperty("path").GetString()!, detail);
        return true;
    }
}
