using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules;
using MechanismDsl.Analyzers.Tests.Harness;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Tests;

/// <summary>Every rule is complete: description, help link, page, release entry, a test that names it, an analyzer that reports it.</summary>
public class RuleBookTests
{
    public static TheoryData<string> Ids => [.. RuleBook.All.Select(rule => rule.Id)];

    [Fact]
    public void EveryDescriptorOfTheAssemblyIsInTheBook()
    {
        var declared = typeof(RuleBook).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Id)
            .Order(StringComparer.Ordinal);
        Assert.Equal(declared, RuleBook.All.Select(rule => rule.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void RuleIsComplete(string id)
    {
        var rule = RuleBook.Find(id);
        Assert.NotEmpty(rule.Description.ToString(CultureInfo.InvariantCulture));
        Assert.Equal($"https://github.com/mechanismdsl/mechanismdsl/blob/main/docs/diagnostics/{id}.md", rule.HelpLinkUri);
        Assert.StartsWith("MechanismDsl.", rule.Category, StringComparison.Ordinal);
        Assert.True(rule.IsEnabledByDefault);
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", Unshipped.Split('\n'));
        Assert.Contains(Analysis.Analyzers, analyzer => analyzer.SupportedDiagnostics.Any(one => one.Id == id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void RuleIsNamedInATest(string id) =>
        Assert.Contains(
            Directory.GetFiles(Path.Combine(Here(), "Rules"), "*.cs"), file => File.ReadAllText(file).Contains(id, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void OnlyTheGateCannotBeConfigured(string id) =>
        Assert.Equal(
            GateRules.Ids.Contains(id),
            RuleBook.Find(id).CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));

    [Fact]
    public void EveryAnalyzerSharesTheGuard() =>
        Assert.All(Analysis.Analyzers.Where(analyzer => analyzer is not DiagnosticSuppressor), analyzer => Assert.IsAssignableFrom<MechanismAnalyzer>(analyzer));

    [Fact]
    public void TableOfTheReadmeIsCurrent()
    {
        var path = Path.Combine(RulePage.Folder, "README.md");
        Assert.Equal(Table(), File.ReadAllText(path));
    }

    [Fact]
    public void SevenOfTenWarningsAndErrorsHaveAFix()
    {
        var judged = RuleBook.All.Where(rule => rule.DefaultSeverity >= DiagnosticSeverity.Warning && !IsOutsideCSharp(rule.Id)).ToArray();
        var repaired = judged.Count(rule => HasFix(rule.Id));
        Assert.True(repaired * 10 >= judged.Length * 7, $"{repaired} of {judged.Length}");
    }

    // What is wrong in a data file or in the project file cannot be repaired by editing C#; an internal error not at all.
    private static bool IsOutsideCSharp(string id) => id.StartsWith("MECH41", StringComparison.Ordinal) || id == "MECH9001";

    private static bool HasFix(string id) => Repair.Providers.Any(provider => provider.FixableDiagnosticIds.Contains(id));

    private static string Unshipped => File.ReadAllText(Path.Combine(Here(), "..", "..", "analyzers", "MechanismDsl.Analyzers", "AnalyzerReleases.Unshipped.md"));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static string Table()
    {
        var text = new StringBuilder("# Diagnostics\n\nEvery rule has a page with its cause, the theorem behind it, the repair, and samples that are compiled by a test.\n");
        foreach (var group in RuleBook.All.GroupBy(rule => rule.Category))
        {
            text.Append('\n').Append("## ").Append(group.Key["MechanismDsl.".Length..]).Append("\n\n| Id | Severity | Fix | Title |\n|---|---|---|---|\n");
            foreach (var rule in group)
            {
                text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {(HasFix(rule.Id) ? "yes" : "")} | {rule.Title} |\n");
            }
        }

        return text.ToString();
    }
}
