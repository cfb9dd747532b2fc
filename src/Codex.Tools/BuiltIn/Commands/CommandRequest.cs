using System.Collections.Immutable;
using Codex.Execution;
using Codex.Protocol.Permissions;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>A command that a call wants to run.</summary>
internal sealed record CommandRequest
{
    /// <summary>The call.</summary>
    public required string CallId { get; init; }

    /// <summary>The program and its arguments.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>Where it is to run; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The machine to run on.</summary>
    public ExecutionEnvironment Environment { get; init; } = ExecutionEnvironment.Local;

    /// <summary>Whether it gets a terminal.</summary>
    public bool HasTerminal { get; init; }

    /// <summary>Whether it runs in a session.</summary>
    public bool IsSession { get; init; }

    /// <summary>Whether the programs that it starts are judged one by one.</summary>
    public bool WatchesPrograms { get; init; }

    /// <summary>What the call asks for beyond its sandbox.</summary>
    public required SandboxPermissions Requested { get; init; }

    /// <summary>The permissions that it asks for in addition to its sandbox; null when it does not.</summary>
    public AdditionalPermissionProfile? Additional { get; init; }

    /// <summary>Whether these were granted before, so that nobody need be asked for their sake.</summary>
    public bool IsGranted { get; init; }

    /// <summary>The model's words for the question.</summary>
    public string? Justification { get; init; }

    /// <summary>The prefix that the call wants to be proposed; empty when it names none.</summary>
    public ImmutableArray<string> RequestedPrefix { get; init; } = [];
}
