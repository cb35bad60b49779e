using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>
/// A tax schedule as the upper bound of what may be left at each output so that nobody prefers another's: consumption(q) = the least over skills of utility plus
/// q²/(2·skill²). Above the highest output the tax is constant; below the lowest one the lowest skill is indifferent.
/// </summary>
/// <remarks>Persons whose skill lies outside the prior choose from the same schedule: below it they do not work, above it they produce skill² and pay the highest tax.</remarks>
public static class IncomeTax
{
    /// <summary>The highest skill, whose square is the highest report.</summary>
    public const double HighestSkill = 1e7;

    /// <summary>Throws unless the skill lies in the domain.</summary>
    /// <param name="skill">The skill.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a finite number of [0, 1e7].</exception>
    public static void CheckSkill(double skill)
    {
        if (!(skill >= 0 && skill <= HighestSkill))
        {
            throw new ArgumentOutOfRangeException(nameof(skill), skill, string.Create(CultureInfo.InvariantCulture, $"The skill is {skill}; it must be a finite number in [0, 1e7]."));
        }
    }

    /// <summary>Throws unless the output lies in the domain.</summary>
    /// <param name="output">The output.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a finite number of [0, 1e15].</exception>
    public static void CheckOutput(double output)
    {
        if (!ReportDomain.Contains(output))
        {
            throw new ArgumentOutOfRangeException(nameof(output), output, string.Create(CultureInfo.InvariantCulture, $"The output is {output}; it must be a finite number in [0, 1e15]."));
        }
    }

    /// <summary>What a person of some skill does, where there are finitely many skills.</summary>
    /// <param name="skill">The skill; one between two counts as the lower one.</param>
    /// <param name="skills">The skills, ascending.</param>
    /// <param name="outputs">What they produce.</param>
    /// <param name="utilities">What they are left with, labour deducted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The skill is not a finite number of [0, 1e7].</exception>
    public static Assessment Assess(double skill, ReadOnlySpan<double> skills, ReadOnlySpan<double> outputs, ReadOnlySpan<double> utilities)
    {
        CheckSkill(skill);
        var index = skills.Length - 1;
        while (index >= 0 && skills[index] > skill)
        {
            index--;
        }

        if (index < 0)
        {
            return new(0, utilities[0], 1);
        }

        var consumption = utilities[index] + Effort(outputs[index], skills[index]);
        return index == skills.Length - 1 && skill > skills[index]
            ? new(skill * skill, (skill * skill) - (outputs[index] - consumption), 0)
            : new(outputs[index], consumption, 1 - (outputs[index] / (skill * skill)));
    }

    /// <summary>The tax on an output, where there are finitely many skills.</summary>
    /// <param name="output">The output.</param>
    /// <param name="skills">The skills, ascending.</param>
    /// <param name="outputs">What they produce, not descending.</param>
    /// <param name="utilities">What they are left with, labour deducted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The output is not a finite number of [0, 1e15].</exception>
    public static double Tax(double output, ReadOnlySpan<double> skills, ReadOnlySpan<double> outputs, ReadOnlySpan<double> utilities)
    {
        CheckOutput(output);
        var index = 0;
        while (index < skills.Length - 1 && outputs[index] < output)
        {
            index++;
        }

        var reached = Math.Min(output, outputs[^1]);
        return reached - utilities[index] - Effort(reached, skills[index]);
    }

    /// <summary>The lowest skill of an interval that produces at least an output, by bisection to the last bit.</summary>
    /// <param name="output">The output; the highest skill produces at least that.</param>
    /// <param name="low">The lowest skill.</param>
    /// <param name="high">The highest skill.</param>
    /// <param name="outputOf">What a skill produces; not falling.</param>
    public static double SkillOf(double output, double low, double high, Func<double, double> outputOf)
    {
        ArgumentNullException.ThrowIfNull(outputOf);
        if (outputOf(low) >= output)
        {
            return low;
        }

        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (!(low < middle && middle < high))
            {
                return high;
            }

            (low, high) = outputOf(middle) >= output ? (low, middle) : (middle, high);
        }
    }

    /// <summary>The disutility of an output: labour²/2.</summary>
    /// <param name="output">The output.</param>
    /// <param name="skill">The skill, above 0.</param>
    public static double Effort(double output, double skill) => output / skill * (output / skill) / 2;
}
