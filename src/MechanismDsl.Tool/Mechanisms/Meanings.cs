using MechanismDsl.Language;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Tool.Projects;

namespace MechanismDsl.Tool.Mechanisms;

/// <summary>What declarations mean: the problem that they state, and its solution.</summary>
internal static class Meanings
{
    /// <summary>The declaration in normal form.</summary>
    public static Reading Of(ProjectCompilation project, Declared mechanism, CancellationToken cancellation)
    {
        var declaration = DeclarationReader.Read(mechanism.Type, project.Complete, cancellation);
        return Normaliser.Read(declaration, Files(project, declaration, cancellation));
    }

    /// <summary>The solution, as the generator has it; null if the declaration has errors.</summary>
    public static Solution? Solve(ProjectCompilation project, Declared mechanism, CancellationToken cancellation) =>
        mechanism.Environment is not null && Of(project, mechanism, cancellation).Problem is { } problem ? Solver.Solve(problem, cancellation) : null;

    private static EquatableArray<DataFile> Files(ProjectCompilation project, Declaration declaration, CancellationToken cancellation)
    {
        var named = DataFiles.NamedBy(declaration);
        return project.Options.AdditionalFiles
            .Where(file => named.Any(path => DataFiles.Matches(file.Path, path)))
            .Select(file => new DataFile(file.Path, file.GetText(cancellation)?.ToString() ?? string.Empty))
            .ToEquatableArray();
    }
}
