using Codex.Backend.Http.Probing;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Platform;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Whether the variables about proxies and certificates can be used.</summary>
internal static class NetworkCheck
{
    /// <summary>Makes the check.</summary>
    public static DoctorCheck Run(DoctorContext context)
    {
        var details = new DetailList();
        ProxyFacts.Add(details, context.Host);
        string? problem = null;
        foreach (var variable in (string[])["CODEX_CA_CERTIFICATE", "SSL_CERT_FILE"])
        {
            if (context.Host.GetVariable(variable) is { } path)
                problem = AddCertificates(details, variable, path) ?? problem;
        }

        return new DoctorCheck
        {
            Id = "network.env",
            Category = "network",
            Status = problem is null ? DoctorStatus.Ok : DoctorStatus.Warning,
            Summary = problem ?? "the variables about the network can be used",
            Details = details.Details,
        };
    }

    /// <returns>What is wrong; null when nothing is.</returns>
    private static string? AddCertificates(DetailList details, string variable, string path)
    {
        if (Directory.Exists(path))
        {
            details.Add(variable, $"not a file {path}");
            return $"{variable} does not name a file";
        }

        if (!File.Exists(path) || PathFacts.WhyUnreadable(path) is not null)
        {
            details.Add(variable, $"{path} ({PathFacts.WhyUnreadable(path) ?? Errno.Describe(Errno.NoEntry)})");
            return $"{variable} names a file that cannot be read";
        }

        details.Add(variable, $"readable file {path}");
        if (CertificateCheck.Problem(variable, path) is not { } problem)
            return null;
        details.Add($"{variable} content", problem);
        return $"{variable} names a file without usable certificates";
    }
}
