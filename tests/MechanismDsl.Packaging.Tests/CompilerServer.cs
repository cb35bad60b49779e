using System.Diagnostics;

namespace MechanismDsl.Packaging.Tests;

/// <summary>
/// The compiler server of this run of the tests, apart from all others of the machine: what it has in memory comes from the packages under test only. The
/// first build starts it, as on a developer's machine.
/// </summary>
internal static class CompilerServer
{
    /// <summary>The name of its pipe, which MSBuild takes as a property.</summary>
    public static string Id { get; } = $"mechanismdsl-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Asks the server to end; none that belongs to another run hears it.</summary>
    public static void Shutdown(string folder)
    {
        Dotnet.Run(folder, "exec", Path.Combine(PathOf(folder), "VBCSCompiler.dll"), $"-pipename:{Id}", "-shutdown");
    }

    /// <summary>Where the compiler of the SDK lies.</summary>
    public static string PathOf(string folder)
    {
        var project = Path.Combine(folder, "Compiler.proj");
        File.WriteAllText(project, "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        return Path.Combine(Dotnet.Succeed(folder, "msbuild", project, "-nologo", "-getProperty:RoslynTargetsPath").Trim(), "bincore");
    }

    /// <summary>Whether a process of a compiler server with this pipe is running; null where a process does not show its arguments.</summary>
    public static bool? IsRunning => OperatingSystem.IsLinux()
        ? Process.GetProcesses().Any(process => ArgumentsOf(process.Id).Contains($"-pipename:{Id}", StringComparison.Ordinal))
        : null;

    private static string ArgumentsOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            // It belongs to somebody else.
            return "";
        }
    }
}
