using Codex.Backend.Auth;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Configuration.Providers;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Whether requests can be authorized. Nothing is sent.</summary>
internal static class AuthCheck
{
    private static readonly string[] s_variables = ["OPENAI_API_KEY", "CODEX_API_KEY", "CODEX_ACCESS_TOKEN"];

    /// <summary>Makes the check.</summary>
    public static DoctorCheck Run(ConfiguredContext context)
    {
        var host = context.General.Host;
        var details = new DetailList();
        details.Add("auth storage mode", context.Config.CredentialsStore.ToString());
        details.Add("auth file", Path.Combine(context.Config.CodexHome, "auth.json"));
        var variables = Array.FindAll(s_variables, name => host.GetNonEmptyVariable(name) is not null);
        if (variables.Length > 0)
            details.Add("auth env vars present", string.Join(", ", variables));
        if (!context.Config.ModelProvider.RequiresOpenAiAuth)
            return OfProvider(context.Config.ModelProvider, host, details);
        if (context.StorageProblem is { } problem)
            return Unreadable(problem);
        return context.Stored is { } stored ? OfDocument(stored, variables, details) : OfVariables(variables, details);
    }

    private static DoctorCheck OfProvider(ModelProviderInfo provider, HostEnvironment host, DetailList details)
    {
        details.Add("model provider requires OpenAI auth", false);
        if (provider.EnvKey is not { } variable)
            return Check(DoctorStatus.Ok, "the provider needs no login", details);
        var isPresent = host.GetNonEmptyVariable(variable) is not null;
        details.Add("provider auth env var", $"{variable} ({(isPresent ? "present" : "missing")})");
        return isPresent
            ? Check(DoctorStatus.Ok, "the key of the provider is there", details)
            : Check(DoctorStatus.Fail, "the key of the provider is missing", details, provider.EnvKeyInstructions ?? $"Set {variable}.");
    }

    private static DoctorCheck OfVariables(string[] variables, DetailList details) => variables.Length > 0
        ? Check(DoctorStatus.Ok, "the environment holds credentials", details)
        : Check(DoctorStatus.Fail, "there are no credentials", details, "Run `codex login`, or set one of the variables with a key.");

    private static DoctorCheck OfDocument(AuthDocument stored, string[] variables, DetailList details)
    {
        details.Add("stored auth mode", ModeName(stored.EffectiveMode));
        details.Add("stored API key", stored.ApiKey is not null);
        details.Add("stored ChatGPT tokens", stored.Tokens is not null);
        details.Add("stored agent identity", stored.AgentIdentity is not null);
        var gaps = StoredLoginGaps.Find(stored, variables);
        details.AddAll("stored auth issue", gaps);
        return (gaps.Count, variables.Length) switch
        {
            ( > 0, 0) => Check(DoctorStatus.Fail, "the stored login is not complete", details, "Run `codex login` again, or set one of the variables with a key."),
            ( > 0, _) => Check(DoctorStatus.Warning, "the environment holds credentials, the stored login is not complete", details),
            (_, > 1) => Check(DoctorStatus.Warning, "there is a login, and several variables with credentials", details),
            _ => Check(DoctorStatus.Ok, "there is a login", details),
        };
    }

    private static DoctorCheck Unreadable(string problem)
    {
        var details = new DetailList();
        details.Remark(problem);
        return Check(DoctorStatus.Fail, "the stored login cannot be read", details, "Make the place of the login readable, or run `codex login` again.");
    }

    /// <summary>The name of a mode.</summary>
    public static string ModeName(AuthMode mode) => mode switch
    {
        AuthMode.ApiKey => "api_key",
        AuthMode.ChatGpt => "chatgpt",
        AuthMode.ExternalChatGpt => "chatgpt_auth_tokens",
        _ => "agent_identity",
    };

    private static DoctorCheck Check(DoctorStatus status, string summary, DetailList details, string? remedy = null) => new()
    {
        Id = "auth.credentials",
        Category = "auth",
        Status = status,
        Summary = summary,
        Details = details.Details,
        Remediation = remedy,
    };
}
