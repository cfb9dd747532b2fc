using System.Collections.Immutable;
using Codex.Engine.Context.Permissions;
using Codex.Extensions.Skills.Rendering;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;

namespace Codex.Engine.Context;

/// <summary>
/// What the model is told before the user's message: everything on the first turn, only what changed on later ones.
/// Order and tags are the original's (<c>codex-rs/core/src/session</c>), so that prompts keep their cached prefix.
/// </summary>
internal sealed class ContextBuilder(Session session)
{
    /// <summary>The messages to record before the input of a turn; empty when nothing changed.</summary>
    public ImmutableArray<ResponseItem> ItemsFor(TurnContextItem context) =>
        session.LastTurnContext is { } previous && !session.History.IsEmpty ? Changes(previous, context) : Initial(context);

    private ImmutableArray<ResponseItem> Initial(TurnContextItem context)
    {
        var options = session.Options;
        return Messages(
            [
                options.IncludePermissionsInstructions ? Permissions(context) : null,
                options.DeveloperInstructions,
                Skills(),
            ],
            [
                ProjectInstructions(),
                options.IncludeEnvironmentContext ? EnvironmentContext.From(context, Shell).Render() : null,
            ]);
    }

    private ImmutableArray<ResponseItem> Changes(TurnContextItem previous, TurnContextItem context)
    {
        var permissionsChanged = previous.PermissionProfile != context.PermissionProfile || previous.ApprovalPolicy != context.ApprovalPolicy;
        return Messages(
            [
                previous.Model == context.Model ? null : ModelSwitch.Render(session.BaseInstructions),
                permissionsChanged && session.Options.IncludePermissionsInstructions ? Permissions(context) : null,
            ],
            [session.Options.IncludeEnvironmentContext ? EnvironmentContext.Change(previous, context, Shell)?.Render() : null]);
    }

    private string Shell => Path.GetFileName(session.ToolBox.Settings.ShellPath);

    private string Permissions(TurnContextItem context) => PermissionsInstructions.Render(new PermissionsInput
    {
        Profile = session.Options.PermissionProfile,
        ApprovalPolicy = context.ApprovalPolicy,
        Paths = new PathContext(context.Cwd, session.Services.Host.GetNonEmptyVariable("TMPDIR")),
    });

    private string? Skills()
    {
        if (!session.Options.Skills.IncludeInstructions || SkillsInstructions.For(session.Skills, session.Options.Model.ContextWindow) is not { } skills)
            return null;
        if (skills.Warning is { } warning)
            session.Emit("", new WarningEvent(warning));
        return skills.Text;
    }

    private string? ProjectInstructions()
    {
        var directory = session.Options.WorkingDirectory;
        var text = new AgentsInstructions(session.Services.CodexHome, directory, session.Options.ProjectInstructions, session.Services.Log).Read();
        return text is null ? null : AgentsInstructions.Render(text, directory);
    }

    private static ImmutableArray<ResponseItem> Messages(ReadOnlySpan<string?> developer, ReadOnlySpan<string?> user)
    {
        var items = ImmutableArray.CreateBuilder<ResponseItem>(2);
        Add(items, "developer", developer);
        Add(items, "user", user);
        return items.ToImmutable();
    }

    private static void Add(ImmutableArray<ResponseItem>.Builder items, string role, ReadOnlySpan<string?> texts)
    {
        var parts = ImmutableArray.CreateBuilder<ContentPart>(texts.Length);
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text))
                parts.Add(new InputTextPart(text));
        }

        if (parts.Count > 0)
            items.Add(new MessageItem(role, parts.ToImmutable()));
    }
}
