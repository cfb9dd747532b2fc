using System.Runtime.Versioning;
using Codex.Platform.Processes;
using Codex.Platform.Windows.Sandboxing;
using Codex.Protocol.Permissions;
using Microsoft.Win32.SafeHandles;

namespace Codex.Execution.Sandbox.Windows;

/// <summary>Puts a plan into effect: entries in the access lists of the directories, and the token.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsSandbox
{
    private const string FileName = "cap_sid";

    /// <summary>Prepares one command.</summary>
    /// <param name="request">The command.</param>
    /// <param name="context">What named places stand for.</param>
    /// <param name="stateDirectory">Where identities are kept; null keeps none, which nothing can be written with.</param>
    /// <exception cref="SandboxException">Something cannot be enforced.</exception>
    public static (WindowsPlan Plan, SafeFileHandle Token) Prepare(SandboxRequest request, PathContext context, string? stateDirectory)
    {
        if (stateDirectory is null)
            throw new SandboxException("there is no directory for the identities of sandboxed programs");
        try
        {
            var capabilities = CapabilityFile.Load(Path.Join(stateDirectory, FileName));
            var plan = WindowsPlanner.Plan(request, context, capabilities);
            capabilities.Save();
            foreach (var (path, identity) in plan.Allowed)
                WindowsAccess.AllowWrites(path, identity);
            foreach (var (path, identity) in plan.Denied)
                WindowsAccess.DenyWrites(path, identity);
            return (plan, RestrictedToken.Create(plan.Identities));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"the restricted token cannot be set up: {error.Message}", error);
        }
    }

    /// <summary>Prepares one command that something is hidden from.</summary>
    /// <param name="request">The command.</param>
    /// <param name="context">What named places stand for.</param>
    /// <param name="concealed">Files that no command may read.</param>
    /// <exception cref="SandboxException">Something cannot be enforced.</exception>
    public static (ContainerPlan Plan, AppContainer Container) PrepareContainer(SandboxRequest request, PathContext context, IReadOnlyList<string> concealed)
    {
        AppContainer? container = null;
        try
        {
            var plan = ContainerPlanner.Plan(request, context, concealed);
            container = AppContainer.Open(plan.Name, plan.Capabilities);
            Open(plan, container.Identity);
            return (plan, container);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SpawnException)
        {
            container?.Dispose();
            throw new SandboxException($"the container cannot be set up: {error.Message}", error);
        }
    }

    // What is hidden goes first: at no moment is anything open that is not to be.
    private static void Open(ContainerPlan plan, string identity)
    {
        foreach (var path in plan.Hidden)
            WindowsAccess.DenyAll(path, identity);
        foreach (var path in plan.Unwritable)
            WindowsAccess.DenyWrites(path, identity);
        foreach (var path in plan.Readable)
            WindowsAccess.AllowReads(path, identity);
        foreach (var path in plan.Writable)
            WindowsAccess.AllowWrites(path, identity);
    }
}
