using System.Text.Json;
using Codex.Backend.Http.Probing;
using Codex.Backend.Responses;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Execution.Installation;
using Codex.Platform;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Which version is the newest, and what an update would do.</summary>
internal static class UpdatesCheck
{
    /// <summary>Makes the check.</summary>
    public static async Task<DoctorCheck> RunAsync(ConfiguredContext context, CancellationToken cancellationToken)
    {
        var general = context.General;
        var details = new DetailList();
        details.Add("check for update on startup", context.Config.CheckForUpdateOnStartup);
        details.Add("update action", InstallationText.UpdateAction(general.Installation));
        AddCache(details, Path.Combine(context.Config.CodexHome, "version.json"));
        var npm = general.IsManagedByNpm ? await NpmTarget.FindAsync(general, cancellationToken) : null;
        npm?.Add(details);
        var isKnown = await AddLatestAsync(details, general, cancellationToken);
        return new DoctorCheck
        {
            Id = "updates.status",
            Category = "updates",
            Status = (DoctorStatus)Math.Max((int)(npm?.Status ?? DoctorStatus.Ok), (int)(isKnown ? DoctorStatus.Ok : DoctorStatus.Warning)),
            Summary = npm?.Problem ?? (isKnown ? "updates can be found" : "the newest version could not be found out"),
            Details = details.Details,
            Remediation = npm?.Remedy,
        };
    }

    private static void AddCache(DetailList details, string path)
    {
        details.Add("version cache", path);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            details.AddIfAny("cached latest version", Text(document.RootElement, "latest_version"));
            details.AddIfAny("last checked at", Text(document.RootElement, "last_checked_at"));
            details.AddIfAny("dismissed version", Text(document.RootElement, "dismissed_version"));
        }
        catch (JsonException)
        {
            details.Add("version cache parse", "the file is not JSON");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (exception is FileNotFoundException or DirectoryNotFoundException)
                details.Add("version cache", "missing");
            else
                details.Add("version cache read", Errno.Describe(exception));
        }
    }

    private static async Task<bool> AddLatestAsync(DetailList details, DoctorContext context, CancellationToken cancellationToken)
    {
        var (version, problem) = await new ReleaseProbe(context.Host, context.Clock).FindAsync(
            context.Installation.Method == InstallMethod.Brew ? ReleaseSource.Homebrew : ReleaseSource.GitHub, cancellationToken);
        if (version is null)
        {
            details.Add("latest version probe", problem ?? "there is no version in the answer");
            return false;
        }

        details.Add("latest version", version);
        var isNewer = Version.TryParse(version, out var latest) && latest > Version.Parse(ClientIdentity.Version);
        details.Add("latest version status", isNewer ? "newer version is available" : "current version is not older");
        return true;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
