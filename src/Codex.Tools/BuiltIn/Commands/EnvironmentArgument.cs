using System.Text.Json;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>The argument that names where a call works; this machine is the only place.</summary>
internal static class EnvironmentArgument
{
    /// <summary>The argument's name.</summary>
    internal const string Name = "environment_id";

    private const string Local = "local";

    /// <summary>Why a call cannot work where it wants to; null when it can.</summary>
    internal static string? WhyNot(JsonElement arguments) =>
        arguments.Text(Name) is { } id && id != Local ? $"unknown turn environment id `{id}`" : null;
}
