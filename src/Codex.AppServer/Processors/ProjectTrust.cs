using Codex.Configuration;
using Codex.Configuration.Sections;
using Codex.Configuration.Trust;
using Codex.Protocol.Permissions;

namespace Codex.AppServer.Processors;

/// <summary>
/// A client that starts a thread which may write the working directory trusts it: the decision is kept, unless there is one
/// already (<c>app-server/src/request_processors/thread_processor.rs</c>).
/// </summary>
internal static class ProjectTrust
{
    /// <summary>Records the decision. A configuration that cannot be written changes nothing for the thread.</summary>
    public static void RecordFor(ThreadPlan plan, string codexHome)
    {
        var directory = plan.Options.WorkingDirectory;
        if (!plan.IsTrustUndecided || !Writes(plan.Options.PermissionProfile, directory))
            return;
        try
        {
            TrustWriter.Write(codexHome, TrustWriter.RootFor(directory), TrustLevel.Trusted);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ConfigException)
        {
            // The next session asks the same question again.
        }
    }

    private static bool Writes(PermissionProfile profile, string directory) => profile switch
    {
        PermissionProfile.Disabled => true,
        PermissionProfile.Managed => profile.ToLegacy(directory) is SandboxPolicy.WorkspaceWrite or SandboxPolicy.DangerFullAccess,
        _ => false,
    };
}
