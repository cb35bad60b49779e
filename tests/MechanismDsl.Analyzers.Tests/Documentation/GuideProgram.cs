using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Loader;
using MechanismDsl.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Analyzers.Tests.Documentation;

/// <summary>A sample of a page as a program: what the compiler says of it, and what it prints.</summary>
internal sealed class GuideProgram
{
    private readonly ImmutableArray<AdditionalText> _data;
    private readonly Compilation _compilation;

    public GuideProgram(IEnumerable<(string File, string Text)> sources, IEnumerable<(string File, string Text)> data)
    {
        _data = [.. data.Select(one => new DataFile(one.File, one.Text + "\n"))];
        var trees = sources.Select(one => CSharpSyntaxTree.ParseText(one.Text, Snippet.Parsing, one.File)).ToList();
        var isProgram = trees.Any(tree => tree.GetRoot().ChildNodes().Any(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax));
        _compilation = Snippet.WithGenerated(
            CSharpCompilation.Create(
                "Guide",
                [CSharpSyntaxTree.ParseText(Snippet.UsingsText + "global using System.Collections.Generic;\n", Snippet.Parsing, "Usings.cs"), .. trees],
                [.. Snippet.References, MetadataReference.CreateFromFile(typeof(Auditing.Audit).Assembly.Location)],
                Snippet.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)),
            _data);
    }

    /// <summary>What the compiler and the analyzers say, as a build prints it, without the link.</summary>
    public async Task<IReadOnlyList<(string Id, bool IsError, string Line)>> Said()
    {
        var found = _compilation.GetDiagnostics().Where(one => one.Severity >= DiagnosticSeverity.Warning).Concat(await Analysis.Run(_compilation, _data, Analysis.Analyzers));
        return
        [
            .. found.Where(one => !one.IsSuppressed).OrderBy(one => one.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(one => one.Location.SourceSpan.Start).ThenBy(one => one.Id, StringComparer.Ordinal)
                .Select(one => (one.Id, one.Severity == DiagnosticSeverity.Error, Line(one))),
        ];
    }

    /// <summary>Runs the program and returns what it prints.</summary>
    public string Run()
    {
        Analysis.AssertCompiles(_compilation);
        using var image = new MemoryStream();
        Assert.True(_compilation.Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("Guide", isCollectible: true);
        var console = Console.Out;
        var culture = CultureInfo.CurrentCulture;
        using var output = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(output);
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var entry = context.LoadFromStream(image).EntryPoint!;
            entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
            CultureInfo.CurrentCulture = culture;
            context.Unload();
        }

        return output.ToString();
    }

    private static string Line(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetMappedLineSpan();
        var severity = diagnostic.Severity.ToString().ToLowerInvariant();
        return $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {severity} {diagnostic.Id}: {diagnostic.InvariantMessage()}";
    }
}
