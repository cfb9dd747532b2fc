using System.Net.Security;
using Codex.Execution;
using Codex.Execution.Network.Auditing;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;

namespace Codex.Engine;

/// <summary>What threads share: the surroundings and the seams.</summary>
public sealed record EngineServices
{
    /// <summary>The surroundings of the process.</summary>
    public required HostEnvironment Host { get; init; }

    /// <summary>Where rollouts are kept; null keeps nothing on disk.</summary>
    public string? CodexHome { get; init; }

    /// <summary>The installation's id, sent with requests; empty when there is none.</summary>
    public string InstallationId { get; init; } = "";

    /// <summary>Takes error lines for the log: the module and the message.</summary>
    public Action<string, string> Log { get; init; } = static (_, _) => { };

    /// <summary>Takes what the network proxies of commands decide.</summary>
    public Action<NetworkAuditEvent> NetworkAudit { get; init; } = static _ => { };

    /// <summary>Which servers are believed when a network proxy passes on what it looked into; null for those that the system trusts.</summary>
    public RemoteCertificateValidationCallback? TrustsServer { get; init; }

    /// <summary>Takes the secrets that this program knows out of a message before anybody sees it.</summary>
    public Func<string, string> Redact { get; init; } = static message => message;

    /// <summary>Starts commands; null builds the sandboxed launcher of this system.</summary>
    public IProcessLauncher? Launcher { get; init; }

    /// <summary>The machines that commands run on.</summary>
    public ExecutionEnvironments Environments { get; init; } = ExecutionEnvironments.Local;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where identifiers come from.</summary>
    public IIdSource Ids { get; init; } = new RandomIdSource();
}
