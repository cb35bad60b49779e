using System.Collections.Immutable;
using System.Text;
using MechanismDsl.Generators.Pipeline;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing;
using MechanismDsl.Language;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Generators;

/// <summary>
/// Writes the generated part of every type marked <c>[Mechanism]</c>: find → read → normalise → solve → plan → write. Only finding runs on
/// every keystroke, and remembers what it has read; everything behind it works on plain values and runs when these change.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class MechanismGenerator : IIncrementalGenerator
{
    private readonly Func<Problem, CancellationToken, Solution> _solve;

    /// <summary>The generator as the compiler makes it.</summary>
    public MechanismGenerator()
        : this(Solver.Solve)
    {
    }

    /// <summary>A generator with another solver: tests count its calls or let it fail.</summary>
    internal MechanismGenerator(Func<Problem, CancellationToken, Solution> solve) => _solve = solve;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var found = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => Discovery.IsMarkedType(node), static (found, _) => (TypeDeclarationSyntax)found.Node)
            .Combine(context.CompilationProvider)
            .SelectMany(static (pair, cancellation) => Discovery.Find(pair.Left, pair.Right, cancellation) is { } mechanism ? ImmutableArray.Create(mechanism) : [])
            .WithTrackingName(StepNames.Declaration);

        var read = found
            .Combine(context.AdditionalTextsProvider.Collect())
            .Select(static (pair, cancellation) => (Found: pair.Left, Files: DataOf(pair.Left.Declaration, pair.Right, cancellation)))
            .WithTrackingName(StepNames.Files);

        var understood = read
            .Select(static (source, cancellation) => Understand(source.Found, source.Files, cancellation))
            .WithTrackingName(StepNames.Reading);

        var solved = understood
            .Select((meaning, cancellation) => Solve(meaning, cancellation))
            .WithTrackingName(StepNames.Solution);

        var planned = solved
            .Select(static (solution, cancellation) => Plan(solution, cancellation))
            .WithTrackingName(StepNames.Plan);

        var gate = context.CompilationProvider
            .Select(static (compilation, cancellation) => Discovery.SilencedIn(compilation, cancellation))
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => Gate.RunAnalyzers(options.GlobalOptions)))
            .Select(static (watched, _) => new Gate(watched.Left.Rules, watched.Right))
            .WithTrackingName(StepNames.Gate);

        var twins = found
            .Select(static (one, _) => FileFrame.FileName(one.Declaration.Type))
            .Collect()
            .Select(static (names, _) => FileFrame.Twins(names));

        context.RegisterSourceOutput(planned.Combine(gate).Combine(twins), static (output, pair) => Write(output, pair.Left.Left, pair.Left.Right, pair.Right));
    }

    /// <summary>The content of the files that a declaration names, and of no other, so that an edit elsewhere changes nothing here.</summary>
    private static EquatableArray<DataFile> DataOf(Declaration declaration, IEnumerable<AdditionalText> files, CancellationToken cancellation)
    {
        var named = DataFiles.NamedBy(declaration);
        return named.Count == 0
            ? []
            : files
                .Where(file => named.Any(name => DataFiles.Matches(file.Path, name)))
                .Select(file => new DataFile(file.Path, file.GetText(cancellation)?.ToString() ?? string.Empty))
                .ToEquatableArray();
    }

    private static Understood Understand(Found found, EquatableArray<DataFile> files, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new Understood(found, Attempt<Reading>.Of(() => Normaliser.Read(found.Declaration, files)));
    }

    private Solved Solve(Understood understood, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new Solved(
            understood,
            understood.Reading.Value?.Problem is { } problem
                ? Attempt<Solution>.Of(() => _solve(problem, cancellation))
                : new Attempt<Solution>(null, null));
    }

    private static Planned Plan(Solved solved, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var ((found, reading), solution) = solved;
        var plan = reading.Value is { } meaning && solution.Value is { } solvedProblem
            ? Attempt<FilePlan>.Of(() => Families.Plan(found, meaning, solvedProblem))
            : new Attempt<FilePlan>(null, null);
        var rules = reading.Value is { Problem: null } refused
            ? refused.Findings.Select(finding => finding.Id).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray()
            : [];
        return new Planned(
            found,
            plan.Value,
            rules,
            reading.Failure ?? solution.Failure ?? plan.Failure,
            found.Declaration.Attributes.Any(attribute => attribute.Name == "Guarantees"));
    }

    private static void Write(SourceProductionContext output, Planned planned, Gate gate, EquatableArray<string> twins)
    {
        output.CancellationToken.ThrowIfCancellationRequested();
        if (FileText.Of(planned, gate) is { } text)
        {
            output.AddSource(FileFrame.HintName(FileFrame.FileName(planned.Found.Declaration.Type), twins), SourceText.From(text, Encoding.UTF8));
        }
    }
}
