using Fractions;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Automated;

/// <summary>
/// A linear program on which renamings act, with one variable and one constraint for each class of them. Its solutions are those of the whole program that no
/// renaming changes, and averaging makes one of them of any solution. A price of the small program, divided equally among the members of its class, is one
/// of the whole program: certificates carry over, and are checked there.
/// </summary>
internal sealed class QuotientProgram
{
    private readonly LinearProgram _whole;
    private readonly int[] _variables;
    private readonly int[] _constraints;
    private readonly int[] _sizes;

    /// <summary>Divides a program.</summary>
    /// <param name="whole">The program.</param>
    /// <param name="variables">For each variable the number of its class.</param>
    /// <param name="constraints">For each constraint the number of its class.</param>
    public QuotientProgram(LinearProgram whole, int[] variables, int[] constraints)
    {
        (_whole, _variables, _constraints) = (whole, variables, constraints);
        _sizes = [.. constraints.GroupBy(one => one).OrderBy(group => group.Key).Select(group => group.Count())];
        for (var variable = 0; variable < variables.Length; variable++)
        {
            if (variables[variable] == Program.Variables.Count)
            {
                var (name, isFree) = (whole.Variables[variable].Name, whole.Variables[variable].IsFree);
                _ = isFree ? Program.AddFreeVariable(name) : Program.AddVariable(name);
            }
        }

        for (var constraint = 0; constraint < constraints.Length; constraint++)
        {
            if (constraints[constraint] == Program.Constraints.Count)
            {
                var (name, form, relation, bound) = whole.Constraints[constraint];
                Program.Constrain(name, Image(form), relation, bound);
            }
        }
    }

    /// <summary>The program of the classes. Its objective is set by <see cref="Maximise"/>.</summary>
    public LinearProgram Program { get; } = new();

    /// <summary>Sets the objective of the small program to what a form of the whole one is where classes are equal.</summary>
    public void Maximise(LinearForm form) => Program.Maximise(Image(form));

    /// <summary>A form of the whole program, where classes are equal.</summary>
    public LinearForm Image(LinearForm form) => form.Terms.Aggregate(new LinearForm(), (sum, term) => sum.Add(_variables[term.Key], term.Value));

    /// <summary>An answer to the whole program.</summary>
    public LinearAnswer Lift(LinearAnswer answer) => answer switch
    {
        LinearAnswer.Optimal(var value, var primal, var dual) => new LinearAnswer.Optimal(value, Point(primal), Prices(dual).ToEquatableArray()),
        LinearAnswer.Infeasible(var multipliers) => new LinearAnswer.Infeasible(SmallestIntegers.Of(Prices(multipliers))),
        LinearAnswer.Unbounded(var point, var ray) => new LinearAnswer.Unbounded(Point(point), Point(ray)),
        _ => answer,
    };

    private EquatableArray<Fraction> Point(EquatableArray<Fraction> point) => _variables.Select(one => point[one]).ToEquatableArray();

    private IEnumerable<Fraction> Prices(EquatableArray<Fraction> prices) => _constraints.Select(one => prices[one] / _sizes[one]);
}
