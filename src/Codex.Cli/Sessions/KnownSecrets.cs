using Codex.Configuration;
using Codex.Configuration.Sections;
using Codex.Formats.Secrets;
using Codex.Platform.Environment;

namespace Codex.Cli.Sessions;

/// <summary>The secrets that this program itself works with, as they are now: keys of the environment and of the configuration, stored logins.</summary>
/// <param name="host">The surroundings.</param>
/// <param name="config">The configuration.</param>
internal sealed class KnownSecrets(HostEnvironment host, EffectiveConfig config)
{
    private static readonly string[] s_ownVariables = ["OPENAI_API_KEY", "CODEX_API_KEY", "CODEX_ACCESS_TOKEN", "AWS_BEARER_TOKEN_BEDROCK", "AWS_SECRET_ACCESS_KEY"];
    private static readonly string[] s_files = ["auth.json", ".credentials.json"];
    private static readonly string[] s_secretHeaders = ["auth", "key", "token", "secret", "cookie"];

    private readonly Lock _gate = new();
    private readonly CredentialFile[] _files = Array.ConvertAll(s_files, name => new CredentialFile(Path.Join(config.CodexHome, name)));
    private SecretPatterns? _messages;
    private SecretPatterns? _outputs;

    /// <summary>What no message of the program may say: these secrets, and whatever looks like one.</summary>
    public SecretPatterns Messages()
    {
        lock (_gate)
        {
            Refresh();
            return _messages ??= new SecretPatterns(Values(), includesShapes: true);
        }
    }

    /// <summary>What is taken out of the output of commands.</summary>
    public SecretPatterns Outputs()
    {
        lock (_gate)
        {
            Refresh();
            return _outputs ??= new SecretPatterns(
                config.Sandbox.RedactOutput == OutputRedaction.Off ? [] : Values(),
                includesShapes: config.Sandbox.RedactOutput == OutputRedaction.Shapes);
        }
    }

    // Logins are renewed while a session runs.
    private void Refresh()
    {
        var isChanged = false;
        foreach (var file in _files)
            isChanged |= file.Refresh();
        if (isChanged)
            (_messages, _outputs) = (null, null);
    }

    private IEnumerable<string> Values() =>
    [
        .. Variables().Select(host.GetNonEmptyVariable).OfType<string>().Select(static value => value.Trim()),
        .. config.ModelProviders.Values.Select(static provider => provider.BearerToken).OfType<string>(),
        .. config.ModelProviders.Values.SelectMany(static provider => provider.HttpHeaders).Where(IsSecret).Select(static header => header.Value),
        .. _files.SelectMany(static file => file.Values),
    ];

    private IEnumerable<string> Variables() =>
    [
        .. s_ownVariables,
        .. config.ModelProviders.Values.Select(static provider => provider.EnvKey).OfType<string>(),
        .. config.ModelProviders.Values.SelectMany(static provider => provider.EnvHttpHeaders.Values),
    ];

    private static bool IsSecret(KeyValuePair<string, string> header) =>
        Array.Exists(s_secretHeaders, word => header.Key.Contains(word, StringComparison.OrdinalIgnoreCase));
}
