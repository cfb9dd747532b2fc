using System.Collections.Immutable;
using System.Text;
using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;

namespace Codex.Engine.Context.Permissions;

/// <summary>
/// The <c>&lt;environment_context&gt;</c> message: where the model works and what is around it
/// (<c>core/src/context/environment_context.rs</c>).
/// </summary>
public sealed record EnvironmentContext
{
    /// <summary>The tag before the text; recorded messages are recognised by it.</summary>
    public const string OpenTag = "<environment_context>";

    /// <summary>The tag after the text.</summary>
    public const string CloseTag = "</environment_context>";

    /// <summary>Where commands run; empty when that did not change.</summary>
    public IReadOnlyList<EnvironmentDescription> Environments { get; init; } = [];

    /// <summary>The local date, <c>yyyy-MM-dd</c>.</summary>
    public string? CurrentDate { get; init; }

    /// <summary>The IANA name of the time zone.</summary>
    public string? Timezone { get; init; }

    /// <summary>The permissions; null shows none.</summary>
    public PermissionProfile? Profile { get; init; }

    /// <summary>The roots of the workspace; absolute.</summary>
    public IReadOnlyList<string> WorkspaceRoots { get; init; } = [];

    /// <summary>One line per agent that runs beside this one; null or empty shows none.</summary>
    public string? Subagents { get; init; }

    /// <summary>The whole context of a turn.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="environments">The ids of the machines that commands run on.</param>
    /// <param name="shell">The name of the shell.</param>
    public static EnvironmentContext From(TurnContextItem turn, IReadOnlyList<string> environments, string shell)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return new()
        {
            Environments = [.. environments.Select(id => new EnvironmentDescription(id, turn.Cwd, shell))],
            CurrentDate = turn.CurrentDate,
            Timezone = turn.Timezone,
            Profile = ProfileOf(turn),
            WorkspaceRoots = RootsOf(turn),
        };
    }

    /// <summary>What a later turn has to repeat; null when nothing changed. A shell cannot change, so it is not compared.</summary>
    /// <param name="previous">The turn before.</param>
    /// <param name="next">The turn.</param>
    /// <param name="environments">The ids of the machines that commands run on.</param>
    /// <param name="shell">The name of the shell.</param>
    public static EnvironmentContext? Change(TurnContextItem previous, TurnContextItem next, IReadOnlyList<string> environments, string shell)
    {
        ArgumentNullException.ThrowIfNull(previous);
        var after = From(next, environments, shell);
        var moved = previous.Cwd != next.Cwd;
        var isSame = !moved
            && previous.CurrentDate == next.CurrentDate
            && previous.Timezone == next.Timezone
            && FileSystemXml.Render(ProfileOf(previous), RootsOf(previous)) == FileSystemXml.Render(after.Profile!, after.WorkspaceRoots);
        return isSame ? null : moved || environments.Count > 1 ? after : after with { Environments = [] };
    }

    /// <summary>Renders the message, tags included.</summary>
    public string Render()
    {
        var text = new StringBuilder(OpenTag);
        AppendEnvironments(text);
        AppendElement(text, "current_date", CurrentDate);
        AppendElement(text, "timezone", Timezone);
        if (Profile is not null)
        {
            text.Append("\n  ").Append(FileSystemXml.Render(Profile, WorkspaceRoots));
        }

        AppendSubagents(text);
        return text.Append(text.Length == OpenTag.Length ? "\n\n" : "\n").Append(CloseTag).ToString();
    }

    private void AppendEnvironments(StringBuilder text)
    {
        if (Environments is [var only])
        {
            AppendElement(text, "cwd", only.WorkingDirectory);
            AppendElement(text, "shell", only.Shell);
        }
        else if (Environments.Count > 1)
        {
            text.Append("\n  <environments>");
            foreach (var environment in Environments)
            {
                text.Append("\n    <environment id=\"").Append(environment.Id).Append("\">")
                    .Append("\n      <cwd>").Append(environment.WorkingDirectory).Append("</cwd>")
                    .Append("\n      <shell>").Append(environment.Shell).Append("</shell>")
                    .Append("\n    </environment>");
            }

            text.Append("\n  </environments>");
        }
    }

    private void AppendSubagents(StringBuilder text)
    {
        if (string.IsNullOrEmpty(Subagents))
        {
            return;
        }

        text.Append("\n  <subagents>");
        foreach (var line in Subagents.AsSpan().TrimEnd('\n').EnumerateLines())
        {
            text.Append("\n    ").Append(line);
        }

        text.Append("\n  </subagents>");
    }

    private static void AppendElement(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append("\n  <").Append(name).Append('>').Append(value).Append("</").Append(name).Append('>');
        }
    }

    private static PermissionProfile ProfileOf(TurnContextItem turn)
    {
        if (turn.PermissionProfile is { } profile)
        {
            return profile;
        }

        // A line from before profiles were recorded.
        var policy = turn.FileSystemSandboxPolicy ?? PermissionProfiles.FileSystemFromLegacy(turn.SandboxPolicy, turn.Cwd);
        return PermissionProfiles.FromLegacy(turn.SandboxPolicy) is PermissionProfile.Managed managed && policy.Kind == FileSystemSandboxKind.Restricted
            ? managed with { FileSystem = new ManagedFileSystemPermissions.Restricted(policy.Entries) { GlobScanMaxDepth = policy.GlobScanMaxDepth } }
            : PermissionProfiles.FromLegacy(turn.SandboxPolicy);
    }

    private static ImmutableArray<string> RootsOf(TurnContextItem turn) => turn.WorkspaceRoots ?? [turn.Cwd];
}
