using System.Runtime.Versioning;
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
}
