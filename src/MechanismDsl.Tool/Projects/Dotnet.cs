using System.Diagnostics;

namespace MechanismDsl.Tool.Projects;

/// <summary>Calls of the SDK.</summary>
internal static class Dotnet
{
    /// <summary>What a call printed, and how it ended.</summary>
    /// <param name="ExitCode">0 if it went well.</param>
    /// <param name="Output">The standard output.</param>
    /// <param name="Errors">The standard error.</param>
    internal sealed record Reply(int ExitCode, string Output, string Errors)
    {
        /// <summary>Whether it went well.</summary>
        public bool IsGood => ExitCode == 0;
    }

    /// <summary>Runs <c>dotnet</c> in a folder and waits for it.</summary>
    public static Reply Run(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";

        // A build that calls this program must not pass its own settings on.
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBUILD_EXE_PATH");
        using var process = Process.Start(start) ?? throw new ToolException("The .NET SDK cannot be started; 'dotnet' must be on the path.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Reply(process.ExitCode, output, errors.Result);
    }
}
