using Codex.Backend.Identity;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Which operating system this is and which language it speaks.</summary>
internal static class SystemCheck
{
    /// <summary>Makes the check.</summary>
    public static DoctorCheck Run(DoctorContext context)
    {
        var system = OperatingSystemFacts.Read();
        var language = Language(context.Host);
        var details = new DetailList();
        details.Add("os", system.ToString());
        details.Add("os type", system.Type);
        details.Add("os version", system.Version);
        details.Add("os language", language ?? "unavailable");
        foreach (var name in LocaleVariables.Names)
            details.AddIfAny(name, context.Host.GetVariable(name));
        return new DoctorCheck
        {
            Id = "system.environment",
            Category = "system",
            Summary = language is null ? "the language of the system is not known" : $"the system speaks {language}",
            Details = details.Details,
        };
    }

    // The part before encoding and variant, with a hyphen: en_US.UTF-8 is en-US.
    private static string? Language(HostEnvironment host)
    {
        var locale = host.GetNonEmptyVariable("LC_ALL") ?? host.GetNonEmptyVariable("LC_MESSAGES") ?? host.GetNonEmptyVariable("LANG");
        return locale?.Split('.', '@')[0].Replace('_', '-');
    }
}
