using System.Text.Json;
using Codex.Execution;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>The argument that names where a call works.</summary>
internal static class EnvironmentArgument
{
    /// <summary>The argument's name.</summary>
    internal const string Name = "environment_id";

    /// <summary>Why a call cannot work where it wants to; null when it can.</summary>
    internal static string? WhyNot(JsonElement arguments, ExecutionEnvironments environments) =>
        arguments.Text(Name) is { } id && environments.Find(id) is null ? $"unknown turn environment id `{id}`" : null;
}
