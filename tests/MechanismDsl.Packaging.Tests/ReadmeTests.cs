using System.Text.RegularExpressions;

namespace MechanismDsl.Packaging.Tests;

/// <summary>
/// The README shows what the build really writes and says. The texts between its markers are compared with a build of its own declarations by
/// the package; with MECHANISMDSL_UPDATE=1 in the environment they are written instead.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed partial class ReadmeTests(PackageFixture package)
{
    private static readonly string Readme = Repository.PathOf("README.md");

    [Fact]
    public void Generated_code_and_compiler_output_are_those_of_the_build()
    {
        var text = File.ReadAllText(Readme);
        var declarations = CSharpBlock().Matches(text).Select(match => match.Groups["code"].Value).Where(code => code.StartsWith("[Mechanism", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, declarations.Count);

        // The README says that a milder penalty is proved; a rule that is not is an error.
        var mild = declarations[2].Replace("0.01", "0.005", StringComparison.Ordinal);
        var decision = DecisionOf(Build("readme-right", true, ("TwoBuyers.cs", declarations[0]), ("AntiSniping.cs", mild)).Folder);
        var output = Build("readme-wrong", false, ("FirstPrice.cs", declarations[1]), ("AntiSniping.cs", declarations[2])).Output;
        var current = Insert(text, "the decision of TwoBuyers", $"```csharp\n{decision}\n```");
        foreach (var name in new[] { "FirstPrice", "AntiSniping" })
        {
            current = Insert(current, $"what the compiler says of {name}", $"```\n{FirstError(output, name + ".cs")}\n```");
        }

        if (Environment.GetEnvironmentVariable("MECHANISMDSL_UPDATE") == "1")
        {
            File.WriteAllText(Readme, current);
        }

        Assert.Equal(current, File.ReadAllText(Readme));
    }

    private (string Folder, string Output) Build(string name, bool succeeds, params (string File, string Text)[] declarations)
    {
        var folder = package.Consumer(name, [
            ("Readme.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="MechanismDsl" Version="{package.Version}" />
                  </ItemGroup>
                </Project>
                """),
            .. declarations,
        ]);
        var (exitCode, output) = Dotnet.Run(folder, "build");
        Assert.True((exitCode == 0) == succeeds, output);
        return (folder, output);
    }

    /// <summary>The method that decides, as it stands in the generated file, without its indentation.</summary>
    private static string DecisionOf(string folder)
    {
        var file = Assert.Single(Directory.EnumerateFiles(folder, "TwoBuyers.g.cs", SearchOption.AllDirectories));
        var lines = File.ReadAllLines(file);
        var start = Array.FindIndex(lines, line => line.Contains("Decide(double north, double south)", StringComparison.Ordinal) && line.Contains("public static", StringComparison.Ordinal));
        var indent = lines[start].Length - lines[start].TrimStart().Length;
        var end = Array.FindIndex(lines, start, line => line.TrimEnd() == new string(' ', indent) + "}");
        return string.Join('\n', lines[start..(end + 1)].Select(line => line.Length > indent ? line[indent..] : line.Trim()));
    }

    /// <summary>The first error in a file as the compiler prints it, without the machine's folder and the project.</summary>
    private static string FirstError(string output, string file)
    {
        var line = output.Split('\n').First(line => line.Contains(": error ", StringComparison.Ordinal) && line.Contains(file + "(", StringComparison.Ordinal));
        var message = line[line.IndexOf(file + "(", StringComparison.Ordinal)..];
        return message[..message.LastIndexOf(" (https://", StringComparison.Ordinal)];
    }

    private static string Insert(string text, string what, string block)
    {
        var start = $"<!-- written by the build: {what} -->\n";
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = text.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
        return text[..from] + block + "\n" + text[to..];
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
