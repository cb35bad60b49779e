using Fractions;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Automated;

/// <summary>A linear program with some of its variables held at zero and some of its inequalities held tight.</summary>
internal sealed class PartialProgram
{
    private readonly int[] _places;

    private PartialProgram(LinearProgram whole, Func<int, bool> isZero, Func<int, bool> isTight)
    {
        _places = new int[whole.Variables.Count];
        for (var variable = 0; variable < _places.Length; variable++)
        {
            var (name, isFree) = (whole.Variables[variable].Name, whole.Variables[variable].IsFree);
            _places[variable] = isZero(variable) ? -1 : isFree ? Program.AddFreeVariable(name) : Program.AddVariable(name);
        }

        for (var constraint = 0; constraint < whole.Constraints.Count; constraint++)
        {
            var (name, form, relation, bound) = whole.Constraints[constraint];
            Program.Constrain(name, Image(form), isTight(constraint) ? Relation.Equal : relation, bound);
        }
    }

    /// <summary>The program. Its objective is set by <see cref="Maximise"/>.</summary>
    public LinearProgram Program { get; } = new();

    /// <summary>The program with some variables held at zero.</summary>
    public static PartialProgram Without(LinearProgram whole, Func<int, bool> isZero) => new(whole, isZero, static _ => false);

    /// <summary>
    /// The points at which a maximum is reached: what has a price is used up, and what would lower the objective is zero (complementary slackness, Goldman and
    /// Tucker 1956).
    /// </summary>
    public static PartialProgram OptimaOf(LinearProgram whole, LinearAnswer.Optimal optimum)
    {
        var sums = new LinearForm();
        for (var constraint = 0; constraint < whole.Constraints.Count; constraint++)
        {
            if (!optimum.Dual[constraint].IsZero)
            {
                sums.Add(whole.Constraints[constraint].Form, optimum.Dual[constraint]);
            }
        }

        return new PartialProgram(whole, variable => sums[variable] != whole.Objective[variable], constraint => !optimum.Dual[constraint].IsZero);
    }

    /// <summary>Sets the objective to a form of the whole program.</summary>
    public void Maximise(LinearForm form) => Program.Maximise(Image(form));

    /// <summary>A point of the whole program.</summary>
    public EquatableArray<Fraction> Point(EquatableArray<Fraction> point) => _places.Select(place => place < 0 ? Fraction.Zero : point[place]).ToEquatableArray();

    private LinearForm Image(LinearForm form) => form.Terms.Where(term => _places[term.Key] >= 0).Aggregate(new LinearForm(), (sum, term) => sum.Add(_places[term.Key], term.Value));
}
