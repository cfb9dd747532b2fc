using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Whether the program that runs is the one that would be updated.</summary>
internal static class InstallationCheck
{
    /// <summary>Makes the check.</summary>
    public static async Task<DoctorCheck> RunAsync(DoctorContext context, CancellationToken cancellationToken)
    {
        var details = new DetailList();
        details.Add("current executable", context.Host.ExecutablePath);
        details.Add("install context", InstallationText.Describe(context.Installation));
        details.Add("managed by npm", context.IsManagedByNpm);
        details.Add("managed by bun", context.IsManagedByBun);
        details.Add("managed package root", context.ManagedRoot ?? "not set");
        AddEntries(details, context);
        var npm = context.IsManagedByNpm ? await NpmTarget.FindAsync(context, cancellationToken) : null;
        npm?.Add(details);
        return new DoctorCheck
        {
            Id = "installation",
            Category = "install",
            Status = npm?.Status ?? DoctorStatus.Ok,
            Summary = npm?.Problem ?? "installation looks consistent",
            Details = details.Details,
            Remediation = npm?.Remedy,
        };
    }

    private static void AddEntries(DetailList details, DoctorContext context)
    {
        var entries = context.Tools.Find("codex");
        if (entries.Count > 1)
            details.Add("PATH codex entries", entries.Count);
        if (!context.ShowsDetails && entries.Count <= 1)
            return;
        for (var index = 0; index < entries.Count; index++)
            details.Add($"PATH codex #{index + 1}", entries[index]);
    }
}
