using Codex.Execution.Environments;

namespace Codex.Execution.Escalation;

/// <summary>
/// Recognises environments that make a program run code of whoever wrote them: libraries to load, scripts to read first, helpers to
/// call. A sandboxed command must not bring such code out with a program that may leave.
/// </summary>
internal static class CarriedCode
{
    private const string SearchPath = "PATH";

    private static readonly string[] s_variables =
    [
        "LD_*", "DYLD_*", "GLIBC_TUNABLES", "GCONV_PATH", "LOCPATH", "MALLOC_*",
        "BASH_*", "SHELLOPTS", "ENV", "PS4", "IFS", "CDPATH", "ZDOTDIR", "FPATH", "PROMPT_COMMAND", "HOME", "XDG_*", "TERMINFO*",
        "PYTHON*", "PERL*", "RUBY*", "GEM_*", "BUNDLE_*", "NODE_*", "NPM_*", "YARN_*", "PNPM_*", "BUN_*", "DENO_*", "LUA_*", "PHP*", "PHPRC", "JULIA_*",
        "JAVA_*", "_JAVA_OPTIONS", "JDK_*", "CLASSPATH", "MAVEN_*", "GRADLE_*", "ANT_*", "DOTNET_*", "CORECLR_*", "COMPLUS_*", "MSBUILD*", "NUGET_*",
        "CARGO*", "RUST*", "GO*", "CC", "CXX", "AR", "LINKER", "MAKE*", "CMAKE_*", "PKG_CONFIG*",
        "GIT_*", "GH_*", "SSH_*", "RSYNC_*", "CVS_*", "SVN_*", "GPG_*", "GNUPGHOME", "OPENSSL_*", "SSL_CERT_*", "CURL_*", "WGETRC", "NETRC",
        "EDITOR", "VISUAL", "PAGER", "*PAGER", "LESS*", "BROWSER", "TAR_OPTIONS", "PARALLEL", "DOCKER_*", "KUBECONFIG", "HELM_*", "AWS_CONFIG_FILE",
        "AWS_SHARED_CREDENTIALS_FILE", "CLOUDSDK_*", "TF_*", "ANSIBLE_*", "VAGRANT_*", "PIP_*", "UV_*", "CONDA_*", "VIRTUAL_ENV",
    ];

    /// <summary>Whether an environment brings code that the command did not start with.</summary>
    /// <param name="environment">The program's.</param>
    /// <param name="given">What the command was started with.</param>
    /// <param name="isOwn">Whether a sandboxed command may write a path.</param>
    internal static bool IsIn(IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string> given, Func<string, bool> isOwn)
    {
        foreach (var (name, value) in environment)
        {
            if (given.TryGetValue(name, out var before) && before == value)
                continue;
            if (name == SearchPath ? LeadsTo(value, isOwn) : VariablePattern.MatchesAny(name, s_variables))
                return true;
        }

        return false;
    }

    private static bool LeadsTo(string search, Func<string, bool> isOwn) =>
        search.Split(Path.PathSeparator).Any(directory => !Path.IsPathFullyQualified(directory) || isOwn(directory));
}
